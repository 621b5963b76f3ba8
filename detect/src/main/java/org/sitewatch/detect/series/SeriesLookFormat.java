package org.sitewatch.detect.series;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sitewatch.detect.change.LinearMap;

/**
 * A {@link SeriesLook} as bytes in two pieces: its vectors, and its residuals, which only the
 * newest looks are asked for. Pixels that the look does not see are left out. Read back it judges
 * later looks the same; only of pixels it does not see nothing is known any more.
 */
public final class SeriesLookFormat {
  private final SeriesModel model;
  private final int width;
  private final int height;

  /**
   * @param model that saw the looks
   */
  public SeriesLookFormat(SeriesModel model, int width, int height) {
    this.model = model;
    this.width = width;
    this.height = height;
  }

  /** Of a look that shows too little to be judged. */
  public static ByteBuffer nothing() {
    return ByteBuffer.allocate(0);
  }

  public static ByteBuffer vectors(SeriesLook look) {
    LookVectors vectors = look.vectors();
    int[] seen = seen(vectors.state());
    int bands = vectors.u().length;
    int size = 4 * 8 + 1 + 4 + vectors.state().length + bands * seen.length * Float.BYTES;
    var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putDouble(vectors.day());
    bytes.putDouble(look.shift().dy_px()).putDouble(look.shift().dx_px());
    bytes.putDouble(look.shift().sd_px()).put((byte) (look.shift().usable() ? 1 : 0));
    bytes.putInt(bands).put(vectors.state());
    write(vectors.u(), seen, bytes);
    return bytes.flip();
  }

  public static ByteBuffer residuals(SeriesLook look) {
    Residuals residuals = look.residuals();
    int[] seen = seen(look.vectors().state());
    int bands = residuals.normalised().length;
    var bytes =
        ByteBuffer.allocate(bands * (2 * Double.BYTES + seen.length * Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (LinearMap map : residuals.maps()) {
      bytes.putDouble(map.offset()).putDouble(map.gain());
    }
    write(residuals.normalised(), seen, bytes);
    return bytes.flip();
  }

  /**
   * @param bytes of {@link #vectors}
   * @param whole gives the look with its residuals; asked only if they are needed
   * @return empty for a look that shows too little to be judged
   * @throws IllegalArgumentException for bytes of another site
   */
  public Optional<SeriesLook> read(ByteBuffer bytes, UnaryOperator<SeriesLook> whole) {
    if (!bytes.hasRemaining()) {
      return Optional.empty();
    }
    try {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      double day = bytes.getDouble();
      var shift =
          new ShiftEstimate(
              bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.get() == 1);
      if (bytes.getInt() != model.season().bands()) {
        throw new IllegalArgumentException("has other bands than its model");
      }
      var state = new byte[width * height];
      bytes.get(state);
      float[][] u = read(bytes, seen(state), 0);
      var vectors = new LookVectors(day, u, NeighbourhoodSum.of(u, state, width, height), state);
      vectors.divideW(model.neighbourhoodScale());
      return Optional.of(new SeriesLook(vectors, look -> whole.apply(look).residuals(), shift));
    } catch (BufferUnderflowException broken) {
      throw new IllegalArgumentException("ends in the middle", broken);
    }
  }

  /**
   * A look with its residuals.
   *
   * @param bytes of {@link #residuals}
   * @throws IllegalArgumentException for bytes of another look
   */
  public SeriesLook withResiduals(SeriesLook look, ByteBuffer bytes) {
    try {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      var maps = new LinearMap[model.season().bands()];
      for (int band = 0; band < maps.length; band++) {
        maps[band] = new LinearMap(bytes.getDouble(), bytes.getDouble());
      }
      float[][] normalised = read(bytes, seen(look.vectors().state()), Float.NaN);
      var predicted = new float[maps.length][width * height];
      model.season().predict(look.vectors().day(), predicted);
      return new SeriesLook(
          look.vectors(), new Residuals(null, predicted, normalised, maps), look.shift());
    } catch (BufferUnderflowException broken) {
      throw new IllegalArgumentException("ends in the middle", broken);
    }
  }

  private static int[] seen(byte[] state) {
    var seen = new int[state.length];
    int count = 0;
    for (int pixel = 0; pixel < state.length; pixel++) {
      seen[count] = pixel;
      count += state[pixel] == PixelState.UNSEEN ? 0 : 1;
    }
    return Arrays.copyOf(seen, count);
  }

  private static void write(float[][] planes, int[] pixels, ByteBuffer bytes) {
    var values = new float[pixels.length];
    for (float[] plane : planes) {
      for (int i = 0; i < pixels.length; i++) {
        values[i] = plane[pixels[i]];
      }
      bytes.asFloatBuffer().put(values);
      bytes.position(bytes.position() + values.length * Float.BYTES);
    }
  }

  private float[][] read(ByteBuffer bytes, int[] pixels, float elsewhere) {
    var planes = new float[model.season().bands()][width * height];
    var values = new float[pixels.length];
    for (float[] plane : planes) {
      bytes.asFloatBuffer().get(values);
      bytes.position(bytes.position() + values.length * Float.BYTES);
      Arrays.fill(plane, elsewhere);
      for (int i = 0; i < pixels.length; i++) {
        plane[pixels[i]] = values[i];
      }
    }
    return planes;
  }
}

package org.sitewatch.detect.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A {@link Registration} and a {@link SeriesModel} as bytes: read back they judge the same. */
public final class SeriesModelFormat {
  private SeriesModelFormat() {}

  public static void write(Registration registration, DataOutputStream out) throws IOException {
    PlaneStream.write(out, registration.bands());
    PlaneStream.write(out, registration.reference());
  }

  /**
   * @throws IOException for bytes that {@link #write} did not make
   */
  public static Registration readRegistration(DataInputStream in, int width, int height)
      throws IOException {
    int[] bands = PlaneStream.readIntegers(in);
    return new Registration(width, height, bands, PlaneStream.readPlanes(in));
  }

  public static void write(SeriesModel model, DataOutputStream out) throws IOException {
    HarmonicModel season = model.season();
    out.writeInt(season.bands());
    for (int band = 0; band < season.bands(); band++) {
      PlaneStream.write(out, season.beta(band));
      PlaneStream.write(out, season.sigma(band));
    }
    PlaneStream.write(out, season.count());
    PlaneStream.write(out, model.noise().modes().planes());
    PlaneStream.write(out, model.noise().scale().planes());
    for (double[] row : model.noise().whitening().matrix()) {
      PlaneStream.write(out, row);
    }
    PlaneStream.write(out, model.neighbourhoodScale());
    write(model.pixelNull(), out);
    write(model.neighbourhoodNull(), out);
  }

  /**
   * @throws IOException for bytes that {@link #write} did not make
   */
  public static SeriesModel readModel(DataInputStream in, OpticalBands roles, int width, int height)
      throws IOException {
    int bands = in.readInt();
    if (bands < 1 || bands > 64) {
      throw new IOException("promises " + bands + " bands");
    }
    var beta = new float[bands][][];
    var sigma = new float[bands][];
    for (int band = 0; band < bands; band++) {
      beta[band] = PlaneStream.readPlanes(in);
      sigma[band] = PlaneStream.readPlane(in);
    }
    var season = new HarmonicModel(beta, sigma, PlaneStream.readIntegers(in));
    if (season.pixels() != width * height) {
      throw new IOException("has " + season.pixels() + " pixels, expected " + width * height);
    }
    var modes = NuisanceModes.ofPlanes(PlaneStream.readCube(in));
    var scale = SeasonalScale.ofPlanes(PlaneStream.readCube(in));
    var matrix = new double[bands][];
    for (int row = 0; row < bands; row++) {
      matrix[row] = PlaneStream.readNumbers(in);
    }
    return new SeriesModel(
        new Background(season, roles, width, height),
        new Noise(modes, scale, Whitening.ofMatrix(matrix), width, height),
        PlaneStream.readNumbers(in),
        readNull(in, false),
        readNull(in, true));
  }

  private static void write(NullYear nullYear, DataOutputStream out) throws IOException {
    PlaneStream.write(out, nullYear.q());
    PlaneStream.write(out, nullYear.table().scores());
    out.writeDouble(nullYear.table().tailScale());
  }

  private static NullYear readNull(DataInputStream in, boolean smoothed) throws IOException {
    float[] q = PlaneStream.readPlane(in);
    double[] scores = PlaneStream.readNumbers(in);
    return new NullYear(smoothed, q, EvidenceTable.ofNumbers(scores, in.readDouble()));
  }
}

package org.sitewatch.cli.fuzz;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Sound TIFFs of every kind that is read, small, of chance pixels. */
final class TiffForms {
  private static final int[][] TYPES = {
    {8, 1}, {8, 2}, {16, 1}, {16, 2}, {32, 1}, {32, 2}, {64, 1}, {64, 2}, {32, 3}, {64, 3}
  };
  private static final int[] PACKINGS = {1, 8, 8, 8, 32946, 50000, 32773};
  private static final int JPEG = 7;

  private final SplittableRandom chance;
  private final TiffForm form = new TiffForm();
  private int bits = 8;
  private int sample = 1;
  private int bands;
  private int packing;
  private int predictor = 1;
  private boolean planar;

  private TiffForms(SplittableRandom chance) {
    this.chance = chance;
  }

  static TiffForm make(SplittableRandom chance) throws IOException {
    return new TiffForms(chance).make();
  }

  private TiffForm make() throws IOException {
    form.big = chance.nextInt(4) == 0;
    form.order = chance.nextInt(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    form.overviewFirst = chance.nextInt(8) == 0;
    packing = chance.nextInt(40) == 0 ? JPEG : PACKINGS[chance.nextInt(PACKINGS.length)];
    bands = packing == JPEG ? 1 + 2 * chance.nextInt(2) : 1 + chance.nextInt(3);
    planar = packing != JPEG && chance.nextBoolean();
    if (packing != JPEG) {
      int[] type = TYPES[chance.nextInt(TYPES.length)];
      bits = type[0];
      sample = type[1];
      boolean predicts = packing != 1 && packing != 32773;
      predictor = predicts && sample != 3 && chance.nextBoolean() ? 2 : 1;
    }
    int width = 1 + chance.nextInt(40);
    int height = 1 + chance.nextInt(40);
    boolean tiled = chance.nextBoolean();
    int across = tiled ? 16 : width;
    int down = tiled ? 16 : 1 + chance.nextInt(height);
    tags(width, height, tiled, across, down);
    int columns = (width + across - 1) / across;
    int rows = (height + down - 1) / down;
    for (int plane = 0; plane < (planar ? bands : 1); plane++) {
      for (int row = 0; row < rows; row++) {
        int stored = tiled ? down : Math.min(down, height - row * down);
        for (int column = 0; column < columns; column++) {
          form.blocks.add(block(across, stored, planar ? 1 : bands));
        }
      }
    }
    form.place(tiled ? 324 : 273, tiled ? 325 : 279);
    return form;
  }

  private void tags(int width, int height, boolean tiled, int across, int down) {
    int[] shorts = {
      256,
      width,
      257,
      height,
      259,
      packing,
      262,
      bands == 3 && packing == JPEG ? 2 : 1,
      277,
      bands,
      284,
      planar ? 2 : 1,
      317,
      predictor
    };
    for (int i = 0; i < shorts.length; i += 2) {
      form.tags.add(new TiffForm.Tag(shorts[i], TiffForm.SHORT, shorts[i + 1]));
    }
    long[] same = new long[bands];
    Arrays.fill(same, bits);
    form.tags.add(new TiffForm.Tag(258, TiffForm.SHORT, same.clone()));
    Arrays.fill(same, sample);
    form.tags.add(new TiffForm.Tag(339, TiffForm.SHORT, same));
    if (tiled) {
      form.tags.add(new TiffForm.Tag(322, TiffForm.SHORT, across));
      form.tags.add(new TiffForm.Tag(323, TiffForm.SHORT, down));
    } else {
      form.tags.add(new TiffForm.Tag(278, TiffForm.SHORT, down));
    }
    if (chance.nextBoolean()) {
      form.doubles(33550, 10, 10, 0);
      form.doubles(33922, 0, 0, 0, 400_000, 5_200_000, 0);
      form.tags.add(
          new TiffForm.Tag(
              34735, TiffForm.SHORT, 1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32636));
    }
    if (chance.nextInt(3) == 0) {
      form.text(42113, Integer.toString(chance.nextInt(-5, 200)));
    }
    if (chance.nextInt(3) == 0) {
      form.text(
          42112,
          "<GDALMetadata>\n  <Item name=\"OFFSET\" sample=\"0\" role=\"offset\">-0.1</Item>\n"
              + "  <Item name=\"SCALE\" sample=\"0\" role=\"scale\">0.0001</Item>\n"
              + "  <Item name=\"A&amp;B\">c &lt; d</Item>\n</GDALMetadata>\n");
    }
  }

  private byte[] block(int width, int height, int samples) throws IOException {
    if (packing == JPEG) {
      return jpeg(width, height, samples);
    }
    if (chance.nextInt(24) == 0) {
      return new byte[0]; // not stored
    }
    byte[] raw = new byte[width * height * samples * bits / 8];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) (chance.nextInt(3) == 0 ? chance.nextInt(256) : i / 9);
    }
    return packed(raw);
  }

  private byte[] packed(byte[] raw) {
    return switch (packing) {
      case 1 -> raw;
      case 32773 -> packBits(raw);
      case 50000 -> {
        try (var context = new ZstdCompressCtx()) {
          context.setLevel(1).setChecksum(chance.nextBoolean());
          yield context.compress(raw);
        }
      }
      default -> {
        var deflater = new Deflater(chance.nextInt(1, 10));
        deflater.setInput(raw);
        deflater.finish();
        byte[] out = new byte[raw.length + 64 + (int) Zstd.compressBound(raw.length)];
        int size = deflater.deflate(out);
        deflater.end();
        yield Arrays.copyOf(out, size);
      }
    };
  }

  private static byte[] packBits(byte[] raw) {
    var out = new ByteArrayOutputStream();
    for (int at = 0; at < raw.length; ) {
      int run = 1;
      while (run < 128 && at + run < raw.length && raw[at + run] == raw[at]) {
        run++;
      }
      if (run > 2) {
        out.write(1 - run);
        out.write(raw[at]);
        at += run;
      } else {
        int count = Math.min(20, raw.length - at);
        out.write(count - 1);
        out.write(raw, at, count);
        at += count;
      }
    }
    return out.toByteArray();
  }

  private byte[] jpeg(int width, int height, int samples) throws IOException {
    int kind = samples == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    var image = new BufferedImage(width, height, kind);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 5 + y * 3 + chance.nextInt(20)) * 0x010101);
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(image, "jpg", out);
    return ByteBuffer.wrap(out.toByteArray()).array();
  }
}

package org.sitewatch.cli.fuzz;

import static org.sitewatch.cli.fuzz.WrongValueException.check;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sitewatch.ingest.tiff.ByteSource;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffHeader;
import org.sitewatch.ingest.tiff.TiffReader;
import org.sitewatch.ingest.tiff.WindowBuilder;

/** Images: header, places of blocks, a window, and each of its pixels by another reader. */
final class TiffTarget implements FuzzTarget {
  private static final int MOST_PX = 20;
  private static final int MOST_BANDS = 4;

  private final List<byte[]> files;

  /**
   * @param golden folder of images that GDAL wrote
   */
  TiffTarget(Path golden) throws IOException {
    files = Seeds.files(golden, ".tif");
  }

  @Override
  public String name() {
    return "tiff";
  }

  @Override
  public FuzzInput make(SplittableRandom chance) throws IOException {
    if (chance.nextInt(6) == 0) {
      byte[] file = files.get(chance.nextInt(files.size()));
      return FuzzInput.of(ByteDamage.hit(file, files.get(chance.nextInt(files.size())), chance));
    }
    TiffForm form = TiffForms.make(chance);
    if (chance.nextInt(32) == 0) {
      return new FuzzInput(form.bytes(), true, new byte[0]);
    }
    TiffDamage.hit(form, chance);
    byte[] bytes = form.bytes();
    return FuzzInput.of(chance.nextInt(6) == 0 ? ByteDamage.hit(bytes, bytes, chance) : bytes);
  }

  @Override
  public boolean takes(FuzzInput input) throws IOException {
    try (var reader = TiffReader.open(new Memory(input.bytes()), "fuzz.tif")) {
      checkHeader(reader.header());
      reader.checkBlocks();
      PixelWindow extent = reader.header().layout().extent();
      int mark = input.mark();
      var window =
          new PixelWindow(
              mark % 3 == 0 ? -3 : 0,
              mark % 5 == 0 ? Math.max(0, extent.height() - MOST_PX + 3) : 0,
              MOST_PX,
              MOST_PX);
      int[] bands = new int[Math.min(MOST_BANDS, reader.header().bands())];
      for (int band = 0; band < bands.length; band++) {
        bands[band] = band;
      }
      Samples samples = reader.readWindow(window, bands);
      compare(samples, window, reader.header(), input.bytes());
      compareBlock(reader, samples, window);
    }
    return true;
  }

  private static void checkHeader(TiffHeader header) {
    header
        .georeference()
        .grid(header.width(), header.height())
        .ifPresent(
            grid ->
                check(grid.epsg() > 0 && Double.isFinite(grid.affine().x(1, 1)), "grid " + grid));
    for (int band = 0; band < Math.min(3, header.bands()); band++) {
      check(Double.isFinite(header.scale(band)), "scale " + header.scale(band));
      check(Double.isFinite(header.offset(band)), "offset " + header.offset(band));
      header.description(band);
    }
    header.metadata();
    header.nodata();
  }

  /** With what the plain reader sees, where it sees anything. */
  private static void compare(
      Samples samples, PixelWindow window, TiffHeader header, byte[] bytes) {
    Optional<PlainTiff> plain = PlainTiff.of(bytes);
    if (plain.isEmpty()) {
      return;
    }
    PlainTiff other = plain.get();
    check(
        other.width == header.width()
            && other.height == header.height()
            && other.bands == header.bands(),
        "of another size: " + other.width + "x" + other.height + "x" + other.bands);
    PixelWindow inside = samples.inside();
    for (int band = 0; band < samples.bands(); band++) {
      for (int row = inside.row(); row < inside.row() + inside.height(); row++) {
        for (int column = inside.column(); column < inside.column() + inside.width(); column++) {
          compare(samples, other, band, column, row, window);
        }
      }
    }
  }

  private static void compare(
      Samples samples, PlainTiff other, int band, int column, int row, PixelWindow window) {
    try {
      Optional<Long> expected = other.pixel(band, column + window.column(), row + window.row());
      if (expected.isPresent()) {
        long got = bits(samples, band, row * samples.width() + column);
        check(
            got == expected.get(),
            "band %d at %d,%d: %x, expected %x".formatted(band, column, row, got, expected.get()));
      }
    } catch (PlainTiff.DamagedException damaged) {
      throw new WrongValueException("taken, though " + damaged.getMessage());
    }
  }

  /** The first block by the way that cutting takes. */
  private static void compareBlock(TiffReader reader, Samples samples, PixelWindow window)
      throws IOException {
    if (reader.header().bands() > MOST_BANDS) {
      return;
    }
    var builder = new WindowBuilder(samples.type(), window, reader.header().bands());
    reader.readBlockInto(0, 0, List.of(builder), 0);
    Samples again = builder.build();
    PixelWindow block = reader.header().layout().block(0, 0);
    PixelWindow part = block.intersect(window);
    for (int band = 0; band < samples.bands() && !part.isEmpty(); band++) {
      int at = (part.row() - window.row()) * window.width() + part.column() - window.column();
      check(bits(samples, band, at) == bits(again, band, at), "two ways to a block differ");
    }
  }

  private static long bits(Samples samples, int band, int at) {
    return switch (samples.type()) {
      case U8, I8 -> samples.bytes(band)[at] & 0xff;
      case U16, I16 -> samples.shorts(band)[at] & 0xffff;
      case U32, I32 -> samples.ints(band)[at] & 0xffffffffL;
      case U64, I64 -> samples.longs(band)[at];
      case F32 -> Float.floatToRawIntBits(samples.floats(band)[at]) & 0xffffffffL;
      case F64 -> Double.doubleToRawLongBits(samples.doubles(band)[at]);
    };
  }

  /** A file in memory. */
  private record Memory(byte[] bytes) implements ByteSource {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void read(long position, byte[] target, int offset, int count) throws IOException {
      if (position < 0 || count < 0 || position + count > bytes.length) {
        throw new EOFException("the file ends before byte " + (position + count));
      }
      System.arraycopy(bytes, (int) position, target, offset, count);
    }

    @Override
    public void close() {}
  }
}

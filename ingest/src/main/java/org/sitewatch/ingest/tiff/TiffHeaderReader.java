package org.sitewatch.ingest.tiff;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** From the first bytes of a TIFF to its header and the index of its blocks. */
final class TiffHeaderReader {
  private static final Set<Compression> PREDICTING =
      EnumSet.of(Compression.LZW, Compression.DEFLATE, Compression.ZSTD);

  private static final int MAX_DIRECTORIES = 1024;
  private static final int MAX_NODATA_BYTES = 64;

  /** An unpacked strip larger than this is read in parts of about this size. */
  private static final int SPLIT_BYTES = 256 << 10;

  private final HeaderBytes bytes;
  private final boolean bigEndian;
  private final Ifd directory;
  private TiffHeader header;
  private BlockIndex index;
  private Optional<JpegTags> jpeg = Optional.empty();

  TiffHeaderReader(HeaderBytes bytes) throws TiffException {
    this.bytes = bytes;
    if (bytes.length() < 8) {
      throw TiffException.damaged(
          bytes.name(), "is no TIFF: only " + bytes.length() + " bytes", null);
    }
    int mark = bytes.at(0, 2, "header").getShort();
    if (mark != 0x4949 && mark != 0x4d4d) {
      throw new TiffException(bytes.name(), "is no TIFF: does not begin with II or MM");
    }
    bigEndian = mark == 0x4d4d;
    bytes.setOrder(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    directory = findImage();
    readLayout();
  }

  TiffHeader header() {
    return header;
  }

  BlockIndex index() {
    return index;
  }

  /** Of a file whose blocks are JPEGs. */
  Optional<JpegTags> jpeg() {
    return jpeg;
  }

  private Ifd findImage() throws TiffException {
    int version = bytes.at(2, 2, "header").getShort();
    boolean big = version == 43;
    if (version != 42 && (!big || bytes.at(4, 4, "header").getInt() != (bigEndian ? 0x80000 : 8))) {
      throw new TiffException(bytes.name(), "is no TIFF: its version is " + version);
    }
    long position =
        big ? bytes.at(8, 8, "header").getLong() : bytes.at(4, 4, "header").getInt() & 0xffffffffL;
    var seen = new HashSet<Long>();
    while (position != 0) {
      if (!seen.add(position) || seen.size() > MAX_DIRECTORIES) {
        throw new TiffException(bytes.name(), "its directories run in a circle or are too many");
      }
      var candidate = new Ifd(bytes, position, big);
      boolean reducedOrMask = (candidate.integer(TiffTag.NEW_SUBFILE_TYPE, 0) & 5) != 0;
      if (!reducedOrMask && candidate.integer(TiffTag.SUBFILE_TYPE, 1) != 2) {
        return candidate;
      }
      position = candidate.next();
    }
    throw new TiffException(bytes.name(), "has no image of full resolution");
  }

  private void readLayout() throws TiffException {
    var coding = coding();
    boolean tiled = directory.has(TiffTag.TILE_WIDTH) || directory.has(TiffTag.TILE_HEIGHT);
    int width = size("width", directory.integer(TiffTag.WIDTH));
    int height = size("height", directory.integer(TiffTag.HEIGHT));
    int bands = size("samples per pixel", directory.integer(TiffTag.SAMPLES_PER_PIXEL, 1));
    var type = sampleType(bands);
    boolean separate = separatePlanes() && bands > 1;
    int blockWidth = width;
    int blockHeight;
    if (tiled) {
      blockWidth = size("tile width", directory.integer(TiffTag.TILE_WIDTH));
      blockHeight = size("tile height", directory.integer(TiffTag.TILE_HEIGHT));
    } else {
      long rows = directory.integer(TiffTag.ROWS_PER_STRIP, height);
      blockHeight = size("rows per strip", Math.min(rows, height));
    }
    boolean split = !tiled && blockHeight == height && coding.compression() == Compression.NONE;
    if (split) {
      long rowBytes = (long) width * type.bytes() * (separate ? 1 : bands);
      blockHeight = (int) Math.max(1, Math.min(height, SPLIT_BYTES / Math.max(1, rowBytes)));
    }
    var layout = layout(width, height, bands, type, blockWidth, blockHeight, tiled, separate);
    checkKind(coding, type, bands, separate);
    if (coding.compression() == Compression.JPEG) {
      jpeg = Optional.of(JpegTags.of(directory, bytes.name()));
    }
    index = new BlockIndex(bytes, directory, layout, coding.compression(), split);
    header = new TiffHeader(layout, coding, GeoTags.read(directory), nodata(), metadata());
  }

  private BlockLayout layout(
      int width, int height, int bands, SampleType type, int w, int h, boolean tiled, boolean sep)
      throws TiffException {
    try {
      return new BlockLayout(width, height, bands, type, w, h, tiled, sep);
    } catch (IllegalArgumentException e) {
      throw new TiffException(bytes.name(), e.getMessage(), e);
    }
  }

  private BlockCoding coding() throws TiffException {
    long code = directory.integer(TiffTag.COMPRESSION, 1);
    var compression =
        Compression.ofCode(code)
            .orElseThrow(
                () ->
                    new TiffException(
                        bytes.name(),
                        "its compression (%d) is not read, expected none, LZW, Deflate, PackBits, ZSTD or JPEG; convert it with gdal_translate -co COMPRESS=DEFLATE"
                            .formatted(code)));
    long photometric = directory.integer(TiffTag.PHOTOMETRIC, 1);
    boolean jpegColours = photometric == 6 && compression == Compression.JPEG;
    if ((photometric == 6 && !jpegColours) || photometric == 32844 || photometric == 32845) {
      throw unread("its colours (photometric " + photometric + ") are", "plain numbers");
    }
    long fillOrder = directory.integer(TiffTag.FILL_ORDER, 1);
    if (fillOrder != 1) {
      throw unread("fill order " + fillOrder + " is", "1");
    }
    boolean predicts = PREDICTING.contains(compression);
    long predictor = predicts ? directory.integer(TiffTag.PREDICTOR, 1) : 1;
    if (predictor < 1 || predictor > 3) {
      throw unread("predictor " + predictor + " is", "1, 2 or 3");
    }
    return new BlockCoding(compression, (int) predictor, bigEndian);
  }

  private void checkKind(BlockCoding coding, SampleType type, int bands, boolean separate)
      throws TiffException {
    boolean plainJpeg = type == SampleType.U8 && !separate && (bands == 1 || bands == 3);
    if (coding.compression() == Compression.JPEG && !plainJpeg) {
      throw unread(
          "JPEG with %d bands of %s is".formatted(bands, type),
          "1 or 3 bands of U8, pixel by pixel");
    }
    if (coding.predictor() == 3 && !type.isFloat()) {
      throw unread("predictor 3 with " + type + " is", "it with floats only");
    }
  }

  private boolean separatePlanes() throws TiffException {
    long planar = directory.integer(TiffTag.PLANAR_CONFIGURATION, 1);
    if (planar != 1 && planar != 2) {
      throw unread("planar configuration " + planar + " is", "1 or 2");
    }
    return planar == 2;
  }

  private SampleType sampleType(int bands) throws TiffException {
    long bits = same("bits per sample", TiffTag.BITS_PER_SAMPLE, bands, 1);
    long format = same("sample format", TiffTag.SAMPLE_FORMAT, bands, 1);
    return SampleType.of((int) bits, format == 4 ? 1 : (int) format)
        .orElseThrow(
            () ->
                unread(
                    "samples of %d bits in format %d are".formatted(bits, format),
                    "8, 16, 32 or 64 bits, integer or float"));
  }

  /** A tag that has a value for every band, all of them equal. */
  private long same(String what, int tag, int bands, long whenAbsent) throws TiffException {
    if (!directory.has(tag)) {
      return whenAbsent;
    }
    long[] values = directory.integers(tag, bands, 1 << 16);
    if (values.length != 1 && values.length != bands) {
      throw new TiffException(
          bytes.name(), "has %d %s for %d bands".formatted(values.length, what, bands));
    }
    if (Arrays.stream(values).anyMatch(value -> value != values[0]) || values[0] > 1024) {
      throw unread(what + " " + values[0] + " differing from band to band is", "one for all");
    }
    return values[0];
  }

  private int size(String what, long value) throws TiffException {
    if (value < 1 || value > Integer.MAX_VALUE) {
      throw new TiffException(
          bytes.name(), "its " + what + " is " + value + ", expected 1 to " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  private OptionalDouble nodata() throws TiffException {
    if (!directory.has(TiffTag.GDAL_NODATA)) {
      return OptionalDouble.empty();
    }
    String text = directory.text(TiffTag.GDAL_NODATA, MAX_NODATA_BYTES).strip();
    try {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "" -> OptionalDouble.empty();
        case "nan", "-nan" -> OptionalDouble.of(Double.NaN);
        case "inf", "+inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
        case "-inf" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
        default -> OptionalDouble.of(Double.parseDouble(text));
      };
    } catch (NumberFormatException e) {
      throw new TiffException(
          bytes.name(), "its nodata value is '" + text + "', expected a number", e);
    }
  }

  private GdalMetadata metadata() throws TiffException {
    return directory.has(TiffTag.GDAL_METADATA)
        ? GdalMetadata.parse(
            directory.text(TiffTag.GDAL_METADATA, GdalMetadata.MAX_BYTES), bytes.name())
        : GdalMetadata.none();
  }

  private TiffException unread(String what, String expected) {
    return new TiffException(bytes.name(), what + " not read, expected " + expected);
  }
}

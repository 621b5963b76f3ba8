package org.sitewatch.ingest.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.WholeFile;

/**
 * Writes a GeoTIFF of one or more bands, each band in blocks of its own, little-endian: one strip a
 * band up to 512 pixels a side, tiles of 256 beyond. Directories come first, then overviews from
 * the smallest on, then the image, as in a COG. The same settings and codes give the same bytes
 * (with Deflate: on the same zlib).
 */
public final class TiffWriter {
  private static final Set<Compression> WRITTEN =
      EnumSet.of(Compression.NONE, Compression.DEFLATE, Compression.ZSTD);

  private static final int MAX_STRIP_SIDE = 512;
  private static final int DEFAULT_TILE = 256;

  private final Samples samples;
  private final PixelGrid grid;
  private final SortedMap<String, String> metadata = new TreeMap<>();
  private List<String> bandNames = List.of();
  private Compression compression = Compression.ZSTD;
  private boolean predicts = true;
  private int tileSize;
  private Overview overview = Overview.NONE;
  private String sha256Key = "";
  private String crc32cKey = "";
  private double nodata;
  private boolean hasNodata;
  private double scale = 1;
  private double offset;

  private TiffWriter(Samples samples, PixelGrid grid) {
    this.samples = samples;
    this.grid = grid;
    if (samples.width() != grid.width() || samples.height() != grid.height()) {
      throw new IllegalArgumentException(
          "samples of %d x %d do not fit the grid of %d x %d"
              .formatted(samples.width(), samples.height(), grid.width(), grid.height()));
    }
    tileSize = Math.max(grid.width(), grid.height()) > MAX_STRIP_SIDE ? DEFAULT_TILE : 0;
  }

  public static TiffWriter of(Samples samples, PixelGrid grid) {
    return new TiffWriter(samples, grid);
  }

  /** NONE, DEFLATE or ZSTD (the default, at level 1). */
  public TiffWriter compression(Compression choice) {
    if (!WRITTEN.contains(choice)) {
      throw new IllegalArgumentException(choice + " is read but not written");
    }
    compression = choice;
    return this;
  }

  /** Leaves out the predictor, which otherwise is 2 for integers and 3 for floats. */
  public TiffWriter withoutPredictor() {
    predicts = false;
    return this;
  }

  /** Cuts the image into square tiles of so many pixels, a multiple of 16. */
  public TiffWriter tileSize(int pixels) {
    if (pixels < 16 || pixels % 16 != 0) {
      throw new IllegalArgumentException("tile size must be a multiple of 16, got " + pixels);
    }
    tileSize = pixels;
    return this;
  }

  /** Adds overviews, each half as large, down to one block. */
  public TiffWriter overviews(Overview choice) {
    overview = choice;
    return this;
  }

  /** The code that means "no data". */
  public TiffWriter nodata(double code) {
    nodata = code;
    hasNodata = true;
    return this;
  }

  /** Value = code * scale + offset, for all bands. */
  public TiffWriter scaling(double scale, double offset) {
    this.scale = scale;
    this.offset = offset;
    return this;
  }

  /** Descriptions of all bands, in their order. */
  public TiffWriter bandNames(List<String> names) {
    if (names.size() != samples.bands()) {
      throw new IllegalArgumentException(
          "%d names for %d bands".formatted(names.size(), samples.bands()));
    }
    bandNames = List.copyOf(names);
    return this;
  }

  /** A free key and value of the file. */
  public TiffWriter metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /**
   * Records what {@link PixelBytes#sha256} and {@link PixelBytes#crc32c} say of the codes under
   * these keys of the file.
   */
  public TiffWriter digests(String sha256Key, String crc32cKey) {
    this.sha256Key = sha256Key;
    this.crc32cKey = crc32cKey;
    return this;
  }

  /** The whole file in memory. */
  public byte[] toBytes() {
    var out = new ByteArrayOutputStream();
    try {
      write(out);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
    return out.toByteArray();
  }

  /** Writes beside the file, then moves it into place: others see all of it or nothing. */
  public void writeAtomically(Path file) throws IOException {
    WholeFile.write(
        file,
        beside -> {
          try (var out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW)) {
            write(out);
          }
        });
  }

  private void write(OutputStream out) throws IOException {
    var directories = new ArrayList<DirectoryBuilder>();
    var blocks = new ArrayList<List<byte[]>>();
    var level = samples;
    boolean last = false;
    while (!last) {
      var encoder = new BlockEncoder(level, tileSize, compression, predictor());
      boolean digests = blocks.isEmpty() && !sha256Key.isEmpty();
      Optional<PixelDigest> digest = digests ? Optional.of(new PixelDigest()) : Optional.empty();
      blocks.add(encoder.encodeAll(digest));
      digest.ifPresent(this::record);
      directories.add(directory(level, encoder, blocks.get(blocks.size() - 1), blocks.size() > 1));
      int block = tileSize == 0 ? MAX_STRIP_SIDE : tileSize;
      last = overview == Overview.NONE || Math.max(level.width(), level.height()) <= block;
      if (!last) {
        level = overview.halve(level, hasNodata ? nodata : Double.NaN);
      }
    }
    place(directories, blocks);
    for (int i = 0; i < directories.size(); i++) {
      out.write(directories.get(i).bytes(i == 0, i == directories.size() - 1));
    }
    Collections.reverse(blocks);
    for (var levelBlocks : blocks) {
      for (var block : levelBlocks) {
        out.write(block);
      }
    }
  }

  private void record(PixelDigest digest) {
    metadata.put(sha256Key, digest.sha256());
    metadata.put(crc32cKey, digest.crc32c());
  }

  /** Settles where everything goes: directories from the first on, blocks from the last on. */
  private static void place(List<DirectoryBuilder> directories, List<List<byte[]>> blocks) {
    long position = DirectoryBuilder.HEADER_BYTES;
    for (var directory : directories) {
      position = directory.placeAt(position);
    }
    for (int i = directories.size() - 1; i >= 0; i--) {
      position = directories.get(i).placeBlocksAt(position, blocks.get(i));
    }
  }

  private int predictor() {
    if (!predicts || compression == Compression.NONE) {
      return 1;
    }
    return samples.type().isFloat() ? 3 : 2;
  }

  private DirectoryBuilder directory(
      Samples level, BlockEncoder encoder, List<byte[]> blocks, boolean isOverview) {
    int bands = level.bands();
    var directory = new DirectoryBuilder();
    if (isOverview) {
      directory.longs(TiffTag.NEW_SUBFILE_TYPE, 1);
    }
    directory.longs(TiffTag.WIDTH, level.width());
    directory.longs(TiffTag.HEIGHT, level.height());
    directory.repeatedShort(TiffTag.BITS_PER_SAMPLE, 8 * level.type().bytes(), bands);
    directory.shorts(TiffTag.COMPRESSION, compression.code());
    directory.shorts(TiffTag.PHOTOMETRIC, 1);
    directory.shorts(TiffTag.SAMPLES_PER_PIXEL, bands);
    directory.shorts(TiffTag.PLANAR_CONFIGURATION, bands > 1 ? 2 : 1);
    if (predictor() > 1) {
      directory.shorts(TiffTag.PREDICTOR, predictor());
    }
    if (bands > 1) {
      directory.repeatedShort(TiffTag.EXTRA_SAMPLES, 0, bands - 1);
    }
    directory.repeatedShort(TiffTag.SAMPLE_FORMAT, level.type().format(), bands);
    directory.blocks(encoder.blockWidth(), encoder.blockHeight(), tileSize > 0, blocks.size());
    if (hasNodata) {
      directory.text(TiffTag.GDAL_NODATA, numberText(nodata));
    }
    if (!isOverview) {
      GeoTagWriter.write(grid, directory);
      var xml = new GdalMetadataWriter(metadata, bandNames, bands, scale, offset).xml();
      if (!xml.isEmpty()) {
        directory.text(TiffTag.GDAL_METADATA, xml);
      }
    }
    return directory;
  }

  private static String numberText(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}

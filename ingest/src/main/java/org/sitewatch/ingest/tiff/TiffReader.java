package org.sitewatch.ingest.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;

/**
 * Reads windows of one GeoTIFF. Every failure is a {@link TiffException} that names the file and
 * the place in it. For one thread; holds no pixels between calls.
 */
public final class TiffReader implements Closeable {
  private static final int[] ONLY_BAND = {0};

  private final ByteSource source;
  private final String name;
  private final TiffHeader header;
  private final BlockLayout layout;
  private final BlockIndex index;
  private final Optional<JpegDecoder> jpeg;
  private final BlockCopy copy;
  private final BlockDecompressor decompressor = new BlockDecompressor();
  private byte[] packed = {};
  private byte[] raw = {};
  private long blocksDecoded;
  private long bytesDecoded;

  private TiffReader(ByteSource source, String name) throws TiffException {
    this.source = source;
    this.name = name;
    var headerReader = new TiffHeaderReader(new HeaderBytes(source, name));
    header = headerReader.header();
    layout = header.layout();
    index = headerReader.index();
    jpeg = headerReader.jpeg().map(JpegDecoder::new);
    copy = new BlockCopy(layout, header.coding(), header.nodata().orElse(0));
  }

  /**
   * Reads the header. The reader owns the source from here on and closes it, also if this fails.
   *
   * @param name what messages call the file
   */
  public static TiffReader open(ByteSource source, String name) throws IOException {
    try {
      return new TiffReader(source, name);
    } catch (TiffException e) {
      source.close();
      throw e;
    }
  }

  public static TiffReader open(Path file) throws IOException {
    return open(FileByteSource.open(file), file.toString());
  }

  public TiffHeader header() {
    return header;
  }

  /**
   * Checks that every block the header promises lies in the file; decodes none.
   *
   * @return bytes of all of them as they are stored
   */
  public long checkBlocks() throws TiffException {
    return index.checkAll();
  }

  /**
   * A block with its part of the image; blocks at the edge end with the image.
   *
   * @param bands indices from 0; none for all
   */
  public Samples readBlock(int blockColumn, int blockRow, int... bands) throws TiffException {
    if (blockColumn < 0
        || blockColumn >= layout.blocksAcross()
        || blockRow < 0
        || blockRow >= layout.blocksDown()) {
      throw new IllegalArgumentException(
          "block %d,%d is not one of %d x %d"
              .formatted(blockColumn, blockRow, layout.blocksAcross(), layout.blocksDown()));
    }
    return readWindow(layout.block(blockColumn, blockRow), bands);
  }

  /**
   * A window of the image. It may reach outside: there the nodata value stands, or 0 if there is
   * none, and {@link Samples#inside} says where. Each block it meets is decoded once.
   *
   * @param bands indices from 0; none for all
   */
  public Samples readWindow(PixelWindow window, int... bands) throws TiffException {
    int[] wanted = bands.length == 0 ? allBands() : bands;
    for (int band : wanted) {
      if (band < 0 || band >= layout.bands()) {
        throw new IllegalArgumentException(
            "%s: band %d is not one of %d".formatted(name, band, layout.bands()));
      }
    }
    var target = new WindowBuilder(layout.type(), window, wanted.length);
    var part = window.intersect(layout.extent());
    double fill = header.nodata().orElse(0);
    if (fill != 0 && !part.equals(window)) {
      for (int band = 0; band < wanted.length; band++) {
        layout.type().fill(target.plane(band), 0, window.width() * window.height(), fill);
      }
    }
    if (!part.isEmpty()) {
      readParts(part, wanted, List.of(target));
    }
    var inside =
        part.isEmpty()
            ? part
            : new PixelWindow(
                part.column() - window.column(),
                part.row() - window.row(),
                part.width(),
                part.height());
    return target.build(inside);
  }

  /**
   * Decodes a block once and puts all bands of it into the windows it meets.
   *
   * @param windows of this image
   * @param firstBand band of the windows that the file's first band is
   */
  public void readBlockInto(
      int blockColumn, int blockRow, List<WindowBuilder> windows, int firstBand)
      throws TiffException {
    for (var window : windows) {
      if (window.type() != layout.type() || window.bands() < firstBand + layout.bands()) {
        throw new IllegalArgumentException(
            "%s: window has %d bands of %s, expected %d of %s from %d on"
                .formatted(
                    name, window.bands(), window.type(), layout.bands(), layout.type(), firstBand));
      }
    }
    readBlockInto(blockColumn, blockRow, allBands(), windows, firstBand);
  }

  /**
   * Tells the source which blocks are going to be read, so that it can fetch them before.
   *
   * @param columnsOfRow the columns of the blocks needed, by row
   * @param mostBytes to be held in memory
   */
  public void expect(
      SortedMap<Integer, ? extends Collection<Integer>> columnsOfRow, long mostBytes) {
    source.expect(() -> placesOf(columnsOfRow), mostBytes);
  }

  private List<ByteRange> placesOf(SortedMap<Integer, ? extends Collection<Integer>> blocks) {
    var ranges = new ArrayList<ByteRange>();
    blocks.forEach(
        (row, columns) -> {
          int first = ranges.size();
          for (int plane = 0; plane < (layout.separatePlanes() ? layout.bands() : 1); plane++) {
            for (int column : columns) {
              placeOf(plane, column, row).ifPresent(ranges::add);
            }
          }
          ranges.subList(first, ranges.size()).sort(Comparator.comparingLong(ByteRange::position));
        });
    return ranges;
  }

  /** Empty if nothing can be read there; why is said when it is tried. */
  private Optional<ByteRange> placeOf(int plane, int column, int row) {
    try {
      var place = index.find(plane, column, row);
      int size = (int) Math.min(place.length(), mostPacked(place.unpacked()));
      return Optional.of(new ByteRange(place.position(), size, row)).filter(r -> r.length() > 0);
    } catch (TiffException broken) {
      return Optional.empty();
    }
  }

  private int[] allBands() {
    return IntStream.range(0, layout.bands()).toArray();
  }

  private void readParts(PixelWindow part, int[] bands, List<WindowBuilder> target)
      throws TiffException {
    int firstColumn = part.column() / layout.blockWidth();
    int lastColumn = (part.column() + part.width() - 1) / layout.blockWidth();
    int firstRow = part.row() / layout.blockHeight();
    int lastRow = (part.row() + part.height() - 1) / layout.blockHeight();
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        readBlockInto(column, row, bands, target, 0);
      }
    }
  }

  private void readBlockInto(
      int blockColumn, int blockRow, int[] bands, List<WindowBuilder> windows, int firstBand)
      throws TiffException {
    if (!layout.separatePlanes()) {
      readPlaneInto(0, blockColumn, blockRow, bands, windows, firstBand);
      return;
    }
    for (int i = 0; i < bands.length; i++) {
      readPlaneInto(bands[i], blockColumn, blockRow, ONLY_BAND, windows, firstBand + i);
    }
  }

  private void readPlaneInto(
      int plane,
      int blockColumn,
      int blockRow,
      int[] bandsInBlock,
      List<WindowBuilder> windows,
      int firstBand)
      throws TiffException {
    var block = layout.block(blockColumn, blockRow);
    if (decode(plane, blockColumn, blockRow)) {
      copy.copy(raw, block, windows, bandsInBlock, firstBand);
    } else {
      copy.fill(block, windows, bandsInBlock.length, firstBand);
    }
  }

  /** Unpacks a block into {@link #raw}; false if the file does not store it. */
  private boolean decode(int plane, int blockColumn, int blockRow) throws TiffException {
    var place = index.find(plane, blockColumn, blockRow);
    if (place.length() == 0) {
      return false;
    }
    int size = (int) Math.min(place.length(), mostPacked(place.unpacked()));
    boolean isPacked = header.compression() != Compression.NONE;
    if (isPacked) {
      packed = grown(packed, size + BlockDecompressor.SLACK_BYTES);
    } else {
      raw = grown(raw, size + BlockDecompressor.SLACK_BYTES);
    }
    try {
      source.read(place.position(), isPacked ? packed : raw, 0, size);
    } catch (IOException e) {
      throw new TiffException(
          name, index.describe(plane, blockColumn, blockRow) + ": " + e.getMessage(), e);
    }
    int written;
    try {
      written = isPacked ? expand(size, place.unpacked(), blockColumn, blockRow) : size;
    } catch (IOException | DataFormatException e) {
      throw damaged(plane, blockColumn, blockRow, ": " + e.getMessage(), e);
    }
    if (written < place.unpacked()) {
      String end = " ends after %d bytes, expected %d".formatted(written, place.unpacked());
      throw damaged(plane, blockColumn, blockRow, end, null);
    }
    blocksDecoded++;
    bytesDecoded += written;
    return true;
  }

  private TiffException damaged(
      int plane, int blockColumn, int blockRow, String problem, Throwable cause) {
    String where = index.describe(plane, blockColumn, blockRow);
    return TiffException.damaged(name, where + problem, cause);
  }

  private int expand(int size, int unpacked, int blockColumn, int blockRow)
      throws IOException, DataFormatException {
    if (jpeg.isEmpty()) {
      BlockDecompressor.checkSaid(header.compression(), packed, size, unpacked);
      raw = grown(raw, unpacked + BlockDecompressor.SLACK_BYTES);
      return decompressor.expand(header.compression(), packed, size, raw, unpacked);
    }
    raw = grown(raw, unpacked + BlockDecompressor.SLACK_BYTES);
    jpeg.get().decode(packed, size, layout.block(blockColumn, blockRow), layout, raw);
    return unpacked;
  }

  /** No packing makes a block much longer; what a byte count says beyond that is not read. */
  private long mostPacked(int unpacked) {
    return header.compression() == Compression.NONE ? unpacked : unpacked * 2L + 1024;
  }

  private static byte[] grown(byte[] buffer, int size) {
    return buffer.length >= size ? buffer : new byte[size];
  }

  /** What its source fetched over a network so far. */
  public Fetched fetched() {
    return source.fetched();
  }

  public long blocksDecoded() {
    return blocksDecoded;
  }

  /** Bytes that came out of the decoders. */
  public long bytesDecoded() {
    return bytesDecoded;
  }

  @Override
  public void close() throws IOException {
    decompressor.close();
    jpeg.ifPresent(JpegDecoder::close);
    source.close();
  }
}

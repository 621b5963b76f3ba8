package org.sitewatch.ingest.tiff;

/** Where the blocks of an image lie. Read from the file when the first block is asked for. */
final class BlockIndex {
  /** Offsets and lengths of so many blocks take 64 MB. */
  private static final long MAX_BLOCKS = 4 << 20;

  private final HeaderBytes bytes;
  private final Ifd directory;
  private final BlockLayout layout;
  private final Compression compression;
  private final int offsetsTag;
  private final int lengthsTag;
  private final boolean splitStrip;
  private String beyondTheEnd;
  private long[] offsets = {};
  private long[] lengths = {};

  /**
   * @param splitStrip whether the file has one unpacked strip a plane, of which the layout's blocks
   *     are parts
   */
  BlockIndex(
      HeaderBytes bytes,
      Ifd directory,
      BlockLayout layout,
      Compression compression,
      boolean splitStrip)
      throws TiffException {
    this.bytes = bytes;
    this.directory = directory;
    this.layout = layout;
    this.compression = compression;
    this.splitStrip = splitStrip;
    offsetsTag =
        layout.tiled() && directory.has(TiffTag.TILE_OFFSETS)
            ? TiffTag.TILE_OFFSETS
            : TiffTag.STRIP_OFFSETS;
    lengthsTag =
        layout.tiled() && directory.has(TiffTag.TILE_BYTE_COUNTS)
            ? TiffTag.TILE_BYTE_COUNTS
            : TiffTag.STRIP_BYTE_COUNTS;
    long expected = splitStrip ? layout.separatePlanes() ? layout.bands() : 1 : layout.blockCount();
    if (expected > MAX_BLOCKS) {
      throw new TiffException(
          bytes.name(), "has " + expected + " blocks, expected at most " + MAX_BLOCKS);
    }
    checkCount("offsets", offsetsTag, expected);
    checkCount("byte counts", lengthsTag, expected);
  }

  private void checkCount(String what, int tag, long expected) throws TiffException {
    if (directory.count(tag) != expected) {
      throw new TiffException(
          bytes.name(),
          "has %s block %s, expected %d for %d x %d pixels"
              .formatted(
                  Long.toUnsignedString(directory.count(tag)),
                  what,
                  expected,
                  layout.width(),
                  layout.height()));
    }
    directory.checkRange(tag);
  }

  /**
   * Checks that every block lies in the file.
   *
   * @return bytes of all of them as they are stored
   */
  long checkAll() throws TiffException {
    long packed = 0;
    int planes = layout.separatePlanes() ? layout.bands() : 1;
    for (int plane = 0; plane < planes; plane++) {
      for (int row = 0; row < layout.blocksDown(); row++) {
        for (int column = 0; column < layout.blocksAcross(); column++) {
          packed += find(plane, column, row).length;
        }
      }
    }
    return packed;
  }

  /** The block's place, with length 0 if the file does not store it (all fill). */
  BlockPlace find(int plane, int blockColumn, int blockRow) throws TiffException {
    load();
    int stored = layout.storedRows(blockRow) * layout.rowBytes();
    BlockPlace place;
    if (splitStrip) {
      if (isSparse(plane)) {
        return new BlockPlace(0, 0, stored);
      }
      long skipped = (long) blockRow * layout.blockHeight() * layout.rowBytes();
      if (lengths[plane] < skipped + stored) {
        throw new TiffException(
            bytes.name(),
            "strip %d has %d bytes, expected at least %d"
                .formatted(plane, lengths[plane], skipped + stored));
      }
      place = new BlockPlace(offsets[plane] + skipped, stored, stored);
    } else {
      int index = (plane * layout.blocksDown() + blockRow) * layout.blocksAcross() + blockColumn;
      if (isSparse(index)) {
        return new BlockPlace(0, 0, stored);
      }
      place = new BlockPlace(offsets[index], lengths[index], stored);
    }
    check(place, plane, blockColumn, blockRow);
    return place;
  }

  private boolean isSparse(int index) {
    return offsets[index] == 0 && lengths[index] == 0;
  }

  private void check(BlockPlace place, int plane, int blockColumn, int blockRow)
      throws TiffException {
    if (!bytes.holds(place.position, place.length)) {
      throw TiffException.damaged(bytes.name(), beyondTheEnd(), null);
    }
    long most = place.length > Integer.MAX_VALUE ? 0 : place.length * compression.maxRatio();
    if (place.length == 0 || place.position == 0 || most < place.unpacked) {
      throw new TiffException(
          bytes.name(),
          "%s: %d bytes at %d cannot hold its %d bytes packed by %s"
              .formatted(
                  describe(plane, blockColumn, blockRow),
                  place.length,
                  place.position,
                  place.unpacked,
                  compression));
    }
  }

  /** The same for every block, so that a file cut off is told once and not block by block. */
  private String beyondTheEnd() {
    if (beyondTheEnd == null) {
      beyondTheEnd = countedBeyondTheEnd();
    }
    return beyondTheEnd;
  }

  private String countedBeyondTheEnd() {
    int stored = 0;
    int whole = 0;
    for (int i = 0; i < offsets.length; i++) {
      if (!isSparse(i)) {
        stored++;
        whole += bytes.holds(offsets[i], lengths[i]) ? 1 : 0;
      }
    }
    return "only %d of its %d %s lie in its %d bytes; it is cut off or damaged"
        .formatted(whole, stored, layout.tiled() ? "tiles" : "strips", bytes.length());
  }

  String describe(int plane, int blockColumn, int blockRow) {
    String where = (layout.tiled() ? "tile " : "strip ") + blockColumn + "," + blockRow;
    return layout.separatePlanes() ? where + " of band " + (plane + 1) : where;
  }

  private void load() throws TiffException {
    if (offsets.length == 0) {
      long[] places = directory.integers(offsetsTag, Integer.MAX_VALUE, MAX_BLOCKS);
      lengths = directory.integers(lengthsTag, Integer.MAX_VALUE, MAX_BLOCKS);
      offsets = places; // last: if either cannot be read, both are read at the next call
    }
  }

  /**
   * A block in the file.
   *
   * @param unpacked bytes that must come out of it
   */
  record BlockPlace(long position, long length, int unpacked) {}
}

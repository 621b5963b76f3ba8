package org.sitewatch.ingest.tiff;

/**
 * How an image is cut into blocks (tiles or strips).
 *
 * @param width columns of the image
 * @param blockWidth columns of a block; blocks at the right edge reach outside
 * @param blockHeight rows of a block; only tiles at the lower edge are stored with all of them
 * @param separatePlanes whether each band has blocks of its own, or a block all bands pixel by
 *     pixel
 */
public record BlockLayout(
    int width,
    int height,
    int bands,
    SampleType type,
    int blockWidth,
    int blockHeight,
    boolean tiled,
    boolean separatePlanes) {

  /** Larger blocks are refused: a task's memory must not hang on how a file was cut. */
  static final long MAX_BLOCK_BYTES = 256L << 20;

  public BlockLayout {
    checkSize("width", width);
    checkSize("height", height);
    checkSize("bands", bands);
    checkSize("block width", blockWidth);
    checkSize("block height", blockHeight);
    long samples = (long) blockWidth * blockHeight;
    long sampleBytes = (separatePlanes ? 1L : bands) * type.bytes();
    if (samples > MAX_BLOCK_BYTES / sampleBytes) {
      throw new IllegalArgumentException(
          "blocks of %d x %d pixels of %d bytes are too large, expected at most %d bytes"
              .formatted(blockWidth, blockHeight, sampleBytes, MAX_BLOCK_BYTES));
    }
  }

  private static void checkSize(String what, int size) {
    if (size < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, got " + size);
    }
  }

  public int blocksAcross() {
    return (int) (((long) width + blockWidth - 1) / blockWidth);
  }

  public int blocksDown() {
    return (int) (((long) height + blockHeight - 1) / blockHeight);
  }

  /** The whole image as a window. */
  public PixelWindow extent() {
    return new PixelWindow(0, 0, width, height);
  }

  /** The pixels of a block that lie in the image. */
  public PixelWindow block(int blockColumn, int blockRow) {
    int left = blockColumn * blockWidth;
    int top = blockRow * blockHeight;
    return new PixelWindow(
        left, top, Math.min(blockWidth, width - left), Math.min(blockHeight, height - top));
  }

  /** Blocks of the file, over all planes. */
  long blockCount() {
    return (long) blocksAcross() * blocksDown() * (separatePlanes ? bands : 1);
  }

  /** Bands that lie side by side in a block. */
  int bandsInBlock() {
    return separatePlanes ? 1 : bands;
  }

  /** Bytes of a row of a block. */
  int rowBytes() {
    return blockWidth * bandsInBlock() * type.bytes();
  }

  /** Rows a block is stored with: strips end with the image, tiles do not. */
  int storedRows(int blockRow) {
    return tiled ? blockHeight : block(0, blockRow).height();
  }
}

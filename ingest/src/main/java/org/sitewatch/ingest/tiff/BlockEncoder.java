package org.sitewatch.ingest.tiff;

import com.github.luben.zstd.Zstd;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;

/** Packs the bands of an image block by block; a tile past the edge repeats the last pixel. */
final class BlockEncoder {
  private static final VarHandle SHORT = PixelBytes.view(short[].class);
  private static final VarHandle INT = PixelBytes.view(int[].class);
  private static final VarHandle LONG = PixelBytes.view(long[].class);
  private static final int ZSTD_LEVEL = 1;

  private final Samples samples;
  private final Compression compression;
  private final int predictor;
  private final int blockWidth;
  private final int blockHeight;

  /**
   * @param tileSize 0 for one strip a band
   */
  BlockEncoder(Samples samples, int tileSize, Compression compression, int predictor) {
    this.samples = samples;
    this.compression = compression;
    this.predictor = predictor;
    blockWidth = tileSize == 0 ? samples.width() : tileSize;
    blockHeight = tileSize == 0 ? samples.height() : tileSize;
  }

  int blockWidth() {
    return blockWidth;
  }

  int blockHeight() {
    return blockHeight;
  }

  /**
   * All blocks: band by band, row by row.
   *
   * @param digest takes the codes of each band as they are written
   */
  List<byte[]> encodeAll(Optional<PixelDigest> digest) {
    var blocks = new ArrayList<byte[]>();
    for (int band = 0; band < samples.bands(); band++) {
      var plane = PixelBytes.littleEndian(samples, band);
      digest.ifPresent(sums -> sums.update(plane));
      for (int top = 0; top < samples.height(); top += blockHeight) {
        for (int left = 0; left < samples.width(); left += blockWidth) {
          blocks.add(pack(isWhole() ? predicted(plane) : cut(plane, left, top)));
        }
      }
    }
    return blocks;
  }

  /** Whether a block is a band. */
  private boolean isWhole() {
    return blockWidth == samples.width() && blockHeight == samples.height();
  }

  /** The plane itself if no predictor changes it. */
  private byte[] predicted(byte[] plane) {
    if (predictor == 1) {
      return plane;
    }
    var block = plane.clone();
    int rowBytes = blockWidth * samples.type().bytes();
    for (int row = 0; row < blockHeight; row++) {
      predict(block, row * rowBytes, rowBytes);
    }
    return block;
  }

  private byte[] cut(byte[] plane, int left, int top) {
    int size = samples.type().bytes();
    int rowBytes = blockWidth * size;
    int used = Math.min(blockWidth, samples.width() - left) * size;
    var block = new byte[rowBytes * blockHeight];
    for (int row = 0; row < blockHeight; row++) {
      int source = Math.min(top + row, samples.height() - 1) * samples.width() + left;
      System.arraycopy(plane, source * size, block, row * rowBytes, used);
      for (int at = used; at < rowBytes; at++) {
        block[row * rowBytes + at] = block[row * rowBytes + at - size];
      }
      predict(block, row * rowBytes, rowBytes);
    }
    return block;
  }

  private void predict(byte[] block, int rowAt, int rowBytes) {
    if (predictor == 2) {
      subtractPixelBefore(block, rowAt, rowBytes);
    } else if (predictor == 3) {
      subtractByPlanes(block, rowAt, rowBytes);
    }
  }

  private void subtractPixelBefore(byte[] block, int rowAt, int rowBytes) {
    int end = rowAt + rowBytes;
    switch (samples.type().bytes()) {
      case 1 -> {
        for (int at = end - 1; at > rowAt; at--) {
          block[at] -= block[at - 1];
        }
      }
      case 2 -> {
        for (int at = end - 2; at > rowAt; at -= 2) {
          int before = (short) SHORT.get(block, at - 2);
          SHORT.set(block, at, (short) ((short) SHORT.get(block, at) - before));
        }
      }
      case 4 -> {
        for (int at = end - 4; at > rowAt; at -= 4) {
          INT.set(block, at, (int) INT.get(block, at) - (int) INT.get(block, at - 4));
        }
      }
      default -> {
        for (int at = end - 8; at > rowAt; at -= 8) {
          LONG.set(block, at, (long) LONG.get(block, at) - (long) LONG.get(block, at - 8));
        }
      }
    }
  }

  /** Adobe's floating point predictor: all highest bytes of a row first, then differences. */
  private void subtractByPlanes(byte[] block, int rowAt, int rowBytes) {
    int size = samples.type().bytes();
    int count = rowBytes / size;
    var planes = new byte[rowBytes];
    for (int sample = 0; sample < count; sample++) {
      for (int plane = 0; plane < size; plane++) {
        planes[plane * count + sample] = block[rowAt + sample * size + size - 1 - plane];
      }
    }
    for (int at = rowBytes - 1; at > 0; at--) {
      planes[at] -= planes[at - 1];
    }
    System.arraycopy(planes, 0, block, rowAt, rowBytes);
  }

  private byte[] pack(byte[] block) {
    return switch (compression) {
      case NONE -> block;
      case DEFLATE -> deflate(block);
      case ZSTD -> Zstd.compress(block, ZSTD_LEVEL);
      case LZW, PACKBITS, JPEG ->
          throw new IllegalArgumentException(compression + " is not written");
    };
  }

  private static byte[] deflate(byte[] block) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(block);
      deflater.finish();
      var packed = new byte[block.length / 2 + 64];
      int size = 0;
      while (!deflater.finished()) {
        if (size == packed.length) {
          packed = Arrays.copyOf(packed, packed.length * 2);
        }
        size += deflater.deflate(packed, size, packed.length - size);
      }
      return Arrays.copyOf(packed, size);
    } finally {
      deflater.end();
    }
  }
}

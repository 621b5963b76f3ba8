package org.sitewatch.ingest.tiff;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.zip.DataFormatException;

/**
 * Unpacks one block at a time into a given array and never beyond what the block must hold. Keeps
 * the decoders it needed; for one thread.
 */
final class BlockDecompressor implements AutoCloseable {
  /** Room for decoders that read and write more than a byte at a time. */
  static final int SLACK_BYTES =
      Math.max(DeflateExpander.INPUT_SLACK, DeflateExpander.OUTPUT_SLACK);

  private ZlibExpander zlib;
  private LzwExpander lzw;
  private ZstdDecompressCtx zstd;

  /**
   * Unpacks up to {@code limit} bytes and says how many there were. Both arrays must go on past
   * what is used of them by {@link #SLACK_BYTES}.
   *
   * @throws DataFormatException if the packed bytes are damaged
   */
  int expand(Compression compression, byte[] packed, int count, byte[] out, int limit)
      throws DataFormatException {
    return switch (compression) {
      case DEFLATE -> inflate(packed, count, out, limit);
      case LZW -> unpackLzw(packed, count, out, limit);
      case PACKBITS -> unpackBits(packed, count, out, limit);
      case ZSTD -> unpackZstd(packed, count, out, limit);
      case NONE, JPEG -> throw new IllegalArgumentException(compression + " is read elsewhere");
    };
  }

  /**
   * Of packed bytes that say how much they give: that it is enough, before memory is taken for it.
   *
   * @throws DataFormatException if it is not
   */
  static void checkSaid(Compression compression, byte[] packed, int count, int unpacked)
      throws DataFormatException {
    long said = compression == Compression.ZSTD ? Zstd.getFrameContentSize(packed, 0, count) : -1;
    if (said >= 0 && said < unpacked) {
      throw new DataFormatException("gives %d bytes, expected %d".formatted(said, unpacked));
    }
  }

  private int inflate(byte[] packed, int count, byte[] out, int limit) throws DataFormatException {
    if (zlib == null) {
      zlib = new ZlibExpander();
    }
    return zlib.expand(packed, count, out, limit);
  }

  private int unpackLzw(byte[] packed, int count, byte[] out, int limit)
      throws DataFormatException {
    if (lzw == null) {
      lzw = new LzwExpander();
    }
    return lzw.expand(packed, count, out, limit);
  }

  private int unpackZstd(byte[] packed, int count, byte[] out, int limit)
      throws DataFormatException {
    if (zstd == null) {
      zstd = new ZstdDecompressCtx();
    }
    try {
      return zstd.decompressByteArray(out, 0, limit, packed, 0, count);
    } catch (ZstdException e) {
      var damaged = new DataFormatException(e.getMessage());
      damaged.initCause(e);
      throw damaged;
    }
  }

  private static int unpackBits(byte[] packed, int count, byte[] out, int limit) {
    int written = 0;
    int at = 0;
    while (at < count && written < limit) {
      int control = packed[at++];
      if (control >= 0) {
        int size = Math.min(control + 1, Math.min(count - at, limit - written));
        System.arraycopy(packed, at, out, written, size);
        at += size;
        written += size;
      } else if (control != -128 && at < count) {
        int end = Math.min(limit, written + 1 - control);
        byte value = packed[at++];
        while (written < end) {
          out[written++] = value;
        }
      }
    }
    return written;
  }

  @Override
  public void close() {
    if (zlib != null) {
      zlib.close();
    }
    if (zstd != null) {
      zstd.close();
    }
  }
}

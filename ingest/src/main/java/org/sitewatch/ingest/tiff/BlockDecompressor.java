package org.sitewatch.ingest.tiff;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks one block at a time into a given array and never beyond what the block must hold. Keeps
 * its decoders; for one thread.
 */
final class BlockDecompressor implements AutoCloseable {
  private final Inflater inflater = new Inflater();
  private final LzwExpander lzw = new LzwExpander();
  private ZstdDecompressCtx zstd;
  private final byte[] beyond = new byte[1];

  /**
   * Unpacks up to {@code limit} bytes and says how many there were.
   *
   * @throws DataFormatException if the packed bytes are damaged
   */
  int expand(Compression compression, byte[] packed, int count, byte[] out, int limit)
      throws DataFormatException {
    return switch (compression) {
      case NONE -> copy(packed, count, out, limit);
      case DEFLATE -> inflate(packed, count, out, limit);
      case LZW -> lzw.expand(packed, count, out, limit);
      case PACKBITS -> unpackBits(packed, count, out, limit);
      case ZSTD -> unpackZstd(packed, count, out, limit);
      case JPEG -> throw new IllegalArgumentException("JPEG is decoded elsewhere");
    };
  }

  private static int copy(byte[] packed, int count, byte[] out, int limit) {
    int size = Math.min(count, limit);
    System.arraycopy(packed, 0, out, 0, size);
    return size;
  }

  private int inflate(byte[] packed, int count, byte[] out, int limit) throws DataFormatException {
    inflater.reset();
    inflater.setInput(packed, 0, count);
    int written = 0;
    while (written < limit) {
      int step = inflater.inflate(out, written, limit - written);
      if (step == 0) {
        return written; // ended, cut off, or in need of a dictionary that TIFF does not have
      }
      written += step;
    }
    if (!inflater.finished()) {
      inflater.inflate(beyond); // lets it meet the end of the stream and check the sum there
    }
    return written;
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
    inflater.end();
    if (zstd != null) {
      zstd.close();
    }
  }
}

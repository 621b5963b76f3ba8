package org.sitewatch.ingest.tiff;

import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Expands zlib streams into a given array: by native code where it loads, by ours elsewhere. What
 * these do not like goes to the JDK's Inflater, which says what is wrong with a stream. For one
 * thread.
 */
final class ZlibExpander implements AutoCloseable {
  private final Optional<NativeInflater> fast;
  private final Optional<DeflateExpander> portable;
  private final Inflater inflater = new Inflater();
  private final byte[] beyond = new byte[4096];

  ZlibExpander() {
    this(NativeInflater.ofThisMachine());
  }

  /**
   * @param fast empty for a machine without it
   */
  ZlibExpander(Optional<NativeInflater> fast) {
    this.fast = fast;
    portable = fast.isPresent() ? Optional.empty() : Optional.of(new DeflateExpander());
  }

  /**
   * Writes up to {@code limit} bytes and says how many there were. Both arrays must go on past what
   * is used of them by {@link BlockDecompressor#SLACK_BYTES}.
   *
   * <p>A stream whose end is damaged, but not what leads to the bytes asked for, is taken if its
   * last four bytes are their sum: on every machine, whoever expands it.
   *
   * @throws DataFormatException if the stream is damaged; a check sum that does not fit is noticed
   *     if the stream ends where it should
   */
  int expand(byte[] packed, int count, byte[] out, int limit) throws DataFormatException {
    boolean expanded =
        fast.isPresent()
            ? fast.get().expand(packed, count, out, limit)
            : portable.get().expand(packed, count, out, limit);
    if (expanded) {
      return limit;
    }
    try {
      return inflate(packed, count, out, limit);
    } catch (DataFormatException damaged) {
      boolean isFull = inflater.getBytesWritten() >= limit; // else a block before left the rest
      if (isFull && StreamSum.isAtEndOf(packed, count, out, limit)) {
        return limit;
      }
      throw damaged;
    }
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
    meetEnd(limit);
    return written;
  }

  /**
   * Goes on to the end of the stream, where the sum is compared. Of one that gives far more than
   * twice the block, nothing can be said.
   */
  private void meetEnd(int limit) throws DataFormatException {
    for (long left = limit + 2L * beyond.length; left > 0 && !inflater.finished(); ) {
      int more = inflater.inflate(beyond);
      if (more == 0 && !inflater.finished()) {
        throw new DataFormatException("the stream is cut off before its check sum");
      }
      left -= more;
    }
  }

  @Override
  public void close() {
    inflater.end();
    fast.ifPresent(NativeInflater::close);
  }
}

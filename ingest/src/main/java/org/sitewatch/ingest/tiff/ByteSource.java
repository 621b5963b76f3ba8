package org.sitewatch.ingest.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Bytes that can be read at any position: a file, an object behind HTTP. Messages of failures do
 * not name it. For one thread.
 */
public interface ByteSource extends Closeable {

  /** Length in bytes, fixed while the source is open. */
  long length();

  /**
   * How many of the first bytes are had at once: what it costs least to read of an unknown file.
   */
  default int headBytes() {
    return 32 << 10;
  }

  /**
   * Tells what is going to be read, in the order of its steps, so that a slow source can fetch it
   * before. A promise nobody has to keep: everything can be read without, and nothing need be read.
   *
   * @param ranges asked for by sources that make use of them
   * @param mostBytes to be held in memory
   */
  default void expect(Supplier<List<ByteRange>> ranges, long mostBytes) {}

  /** What was fetched over a network so far; nothing of a file. */
  default Fetched fetched() {
    return Fetched.NOTHING;
  }

  /**
   * Reads exactly {@code count} bytes from {@code position} on.
   *
   * @throws java.io.EOFException if the source ends before
   */
  void read(long position, byte[] target, int offset, int count) throws IOException;
}

package org.sitewatch.ingest.tiff;

import java.io.Closeable;
import java.io.IOException;

/** Bytes that can be read at any position: a file, later an object behind HTTP. For one thread. */
public interface ByteSource extends Closeable {

  /** Length in bytes, fixed while the source is open. */
  long length();

  /**
   * Reads exactly {@code count} bytes from {@code position} on.
   *
   * @throws java.io.EOFException if the source ends before
   */
  void read(long position, byte[] target, int offset, int count) throws IOException;
}

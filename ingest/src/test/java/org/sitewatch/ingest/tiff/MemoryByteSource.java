package org.sitewatch.ingest.tiff;

import java.io.EOFException;
import java.io.IOException;

/** A file in memory. */
class MemoryByteSource implements ByteSource {
  private final byte[] bytes;
  int reads;
  long bytesRead;

  MemoryByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public void read(long position, byte[] target, int offset, int count) throws IOException {
    if (position + count > bytes.length) {
      throw new EOFException("the file ends before byte " + (position + count));
    }
    System.arraycopy(bytes, (int) position, target, offset, count);
    reads++;
    bytesRead += count;
  }

  @Override
  public void close() {}
}

package org.sitewatch.ingest.tiff;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** A byte source as the image library wants to read it. Does not close the source. */
final class SourceImageStream extends ImageInputStreamImpl {
  private static final int BUFFER_BYTES = 8 * 1024;

  private final ByteSource source;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long bufferAt;
  private int buffered;

  SourceImageStream(ByteSource source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    if (fill() == 0) {
      return -1;
    }
    return buffer[(int) (streamPos++ - bufferAt)] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    bitOffset = 0;
    int available = count == 0 ? 0 : fill();
    if (available == 0) {
      return count == 0 ? 0 : -1;
    }
    int size = Math.min(available, count);
    System.arraycopy(buffer, (int) (streamPos - bufferAt), target, offset, size);
    streamPos += size;
    return size;
  }

  /** Makes the buffer hold the byte at the stream's position; says how many follow from there. */
  private int fill() throws IOException {
    if (streamPos < bufferAt || streamPos >= bufferAt + buffered) {
      int size = (int) Math.max(0, Math.min(BUFFER_BYTES, source.length() - streamPos));
      source.read(streamPos, buffer, 0, size);
      bufferAt = streamPos;
      buffered = size;
    }
    return (int) (bufferAt + buffered - streamPos);
  }

  @Override
  public long length() {
    return source.length();
  }
}

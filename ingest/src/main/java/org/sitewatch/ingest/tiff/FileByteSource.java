package org.sitewatch.ingest.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A local file. */
public final class FileByteSource implements ByteSource {
  private final FileChannel channel;
  private final long length;

  private FileByteSource(FileChannel channel, long length) {
    this.channel = channel;
    this.length = length;
  }

  public static FileByteSource open(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new FileByteSource(channel, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void read(long position, byte[] target, int offset, int count) throws IOException {
    var buffer = ByteBuffer.wrap(target, offset, count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + count - buffer.remaining()) < 0) {
        throw new EOFException("the file ends before byte " + (position + count));
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

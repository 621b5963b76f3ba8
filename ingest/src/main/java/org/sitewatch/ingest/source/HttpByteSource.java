package org.sitewatch.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sitewatch.ingest.tiff.ByteRange;
import org.sitewatch.ingest.tiff.ByteSource;
import org.sitewatch.ingest.tiff.Fetched;

/** A file behind HTTP. Its first bytes are kept; after a failure nothing more is asked for. */
final class HttpByteSource implements ByteSource {
  private final WebClient client;
  private final RemoteFile file;
  private Optional<ReadAhead> ahead = Optional.empty();
  private WebException broken;

  HttpByteSource(WebClient client, AddressInForce address) throws IOException {
    this.client = client;
    file = new RemoteFile(client, address, RangeRequests.HEAD_BYTES);
  }

  @Override
  public long length() {
    return file.length();
  }

  @Override
  public int headBytes() {
    return file.head().length;
  }

  @Override
  public Fetched fetched() {
    return file.fetched();
  }

  @Override
  public void read(long position, byte[] target, int offset, int count) throws IOException {
    if (position < 0 || position > length() - count) {
      throw new EOFException("the file ends before byte " + (position + count));
    }
    if (position + count <= file.head().length) {
      System.arraycopy(file.head(), (int) position, target, offset, count);
      return;
    }
    try {
      if (broken != null) {
        throw broken;
      }
      if (ahead.isEmpty() || !ahead.get().read(position, target, offset, count)) {
        System.arraycopy(file.read(position, count), 0, target, offset, count);
      }
    } catch (WebException failed) {
      broken = failed;
      close();
      throw new IOException(failed.problem(), failed); // the reader names the file
    }
  }

  @Override
  public void expect(Supplier<List<ByteRange>> ranges, long mostBytes) {
    ahead.ifPresent(ReadAhead::stop);
    ahead =
        Optional.of(
            new ReadAhead(
                file, client.workers(file.address().getRawAuthority()), ranges.get(), mostBytes));
  }

  /** Connections stay: they belong to the client. */
  @Override
  public void close() {
    ahead.ifPresent(ReadAhead::stop);
    ahead = Optional.empty();
  }
}

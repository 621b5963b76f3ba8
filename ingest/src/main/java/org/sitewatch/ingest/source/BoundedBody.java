package org.sitewatch.ingest.source;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Takes the body of an answer into memory, up to so many bytes. Where there are more it hangs up:
 * that is an error of a body that is wanted, and the end of one that is not.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
  private static final int FIRST_BYTES = 16 << 10;

  /** The answer has more bytes than are taken. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final int most;
  private final boolean wanted;
  private final boolean announcedTooLong;
  private byte[] bytes;
  private int size;
  private Subscription subscription;

  BoundedBody(ResponseInfo info, int most, boolean wanted) {
    this.most = most;
    this.wanted = wanted;
    long announced = info.headers().firstValueAsLong("Content-Length").orElse(FIRST_BYTES);
    announcedTooLong = announced > most;
    bytes = new byte[announcedTooLong ? 0 : (int) Math.max(0, announced)];
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (announcedTooLong) {
      hangUp();
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      int count = buffer.remaining();
      if (count > most - size) {
        hangUp();
        return;
      }
      if (count > bytes.length - size) {
        int wanted = (int) Math.min(most, Math.max(2L * bytes.length, (long) size + count));
        bytes = Arrays.copyOf(bytes, wanted);
      }
      buffer.get(bytes, size, count);
      size += count;
    }
  }

  private void hangUp() {
    subscription.cancel();
    if (wanted) {
      body.completeExceptionally(new TooLong());
    } else {
      body.complete(new byte[0]);
    }
  }

  @Override
  public void onError(Throwable problem) {
    body.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    body.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
  }
}

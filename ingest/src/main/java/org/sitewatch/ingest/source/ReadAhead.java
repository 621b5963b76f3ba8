package org.sitewatch.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.sitewatch.ingest.tiff.ByteRange;

/**
 * Fetches what is going to be read, before it is: neighbours in one request, several requests at a
 * time, no more bytes in memory than allowed. For one thread; its requests run in others.
 */
final class ReadAhead {
  /**
   * Bytes nobody needs between two ranges that are fetched together nevertheless. Of a COG it is 8
   * bytes between neighbouring tiles, more where a mask lies between them.
   */
  static final int MOST_GAP_BYTES = 4 << 10;

  /** Neighbours are not joined beyond this. */
  static final int MOST_JOINED_BYTES = 4 << 20;

  private static final int MOST_REQUESTS = 6;

  /** What one request fetches. */
  private static final class Chunk {
    private final long position;
    private final int firstStep;
    private int lastStep;
    private int length;
    private int unread;
    private Future<byte[]> bytes;
    private boolean done;

    Chunk(ByteRange first) {
      position = first.position();
      firstStep = first.step();
      length = 0;
      add(first);
    }

    void add(ByteRange range) {
      length = (int) (range.end() - position);
      lastStep = range.step();
      unread++;
    }

    boolean takes(ByteRange range) {
      long gap = range.position() - (position + length);
      return gap >= 0 && gap <= MOST_GAP_BYTES && range.end() - position <= MOST_JOINED_BYTES;
    }

    boolean covers(long from, int count) {
      return from >= position && from + count <= position + length;
    }
  }

  private final RemoteFile file;
  private final ExecutorService workers;
  private final long mostBytes;
  private final List<Chunk> chunks = new ArrayList<>();
  private final TreeMap<Long, Chunk> byPosition = new TreeMap<>();
  private final Map<Long, Integer> unread = new HashMap<>();
  private final List<Future<byte[]>> running = new ArrayList<>();
  private Optional<Chunk> latest = Optional.empty();
  private int next;
  private int oldest;
  private long heldBytes;

  /**
   * @param ranges in the order of their steps
   * @param mostBytes to be held before they are read
   */
  ReadAhead(RemoteFile file, ExecutorService workers, List<ByteRange> ranges, long mostBytes) {
    this.file = file;
    this.workers = workers;
    this.mostBytes = mostBytes;
    for (ByteRange range : ranges) {
      if (range.end() > file.head().length
          && unread.put(range.position(), range.length()) == null) {
        add(range);
      }
    }
    chunks.forEach(chunk -> byPosition.put(chunk.position, chunk));
    startSome();
  }

  private void add(ByteRange range) {
    if (!chunks.isEmpty() && chunks.get(chunks.size() - 1).takes(range)) {
      chunks.get(chunks.size() - 1).add(range);
    } else {
      chunks.add(new Chunk(range));
    }
  }

  /** Copies bytes that were expected; false if they were not, or lie too far back. */
  boolean read(long from, byte[] target, int offset, int count) throws WebException {
    var entry = byPosition.floorEntry(from);
    if (entry == null || entry.getValue().done || !entry.getValue().covers(from, count)) {
      return false;
    }
    Chunk chunk = entry.getValue();
    forgetBefore(chunk.firstStep);
    if (chunk.bytes == null) {
      start(chunk);
    }
    startSome();
    System.arraycopy(await(chunk), (int) (from - chunk.position), target, offset, count);
    if (unread.remove(from, count) && --chunk.unread == 0) {
      latest.ifPresent(this::forget); // the last one stays: a decoder may look into it again
      latest = Optional.of(chunk);
      startSome();
    }
    return true;
  }

  private byte[] await(Chunk chunk) throws WebException {
    try {
      return chunk.bytes.get();
    } catch (InterruptedException stopped) {
      throw file.interrupted(stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof WebException problem) {
        throw problem;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private void startSome() {
    running.removeIf(Future::isDone);
    while (next < chunks.size() && running.size() < MOST_REQUESTS) {
      Chunk chunk = chunks.get(next);
      if (chunk.bytes == null && !chunk.done) {
        if (heldBytes > 0 && heldBytes + chunk.length > mostBytes) {
          return;
        }
        start(chunk);
      }
      next++;
    }
  }

  private void start(Chunk chunk) {
    chunk.bytes = workers.submit(() -> file.read(chunk.position, chunk.length));
    running.add(chunk.bytes);
    heldBytes += chunk.length;
  }

  /** What steps before this one have left over is not going to be read. */
  private void forgetBefore(int step) {
    while (oldest < chunks.size() && chunks.get(oldest).lastStep < step) {
      forget(chunks.get(oldest++));
    }
  }

  private void forget(Chunk chunk) {
    if (chunk.bytes != null && !chunk.done) {
      chunk.bytes.cancel(true);
      chunk.bytes = null;
      heldBytes -= chunk.length;
    }
    chunk.done = true;
  }

  /** Ends all requests under way. */
  void stop() {
    chunks.forEach(this::forget);
  }
}

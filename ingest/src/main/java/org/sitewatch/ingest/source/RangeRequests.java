package org.sitewatch.ingest.source;

import java.util.SortedSet;

/** How many requests an image behind HTTP takes, before anything is known of its file. */
public final class RangeRequests {
  /** Fetched first of every image; the header of most lies in it. */
  public static final int HEAD_BYTES = 16 << 10;

  private RangeRequests() {}

  /**
   * Neighbours are fetched together up to a length, as when they are read.
   *
   * @param blocks their numbers, row by row
   * @param blockBytes of one as it is stored, at the mean; 0 if not known
   */
  public static long forBlocks(SortedSet<Long> blocks, long blockBytes) {
    long requests = 0;
    long next = -1;
    long joinedBytes = 0;
    for (long block : blocks) {
      if (block != next || joinedBytes + blockBytes > ReadAhead.MOST_JOINED_BYTES) {
        requests++;
        joinedBytes = 0;
      }
      joinedBytes += blockBytes;
      next = block + 1;
    }
    return requests;
  }
}

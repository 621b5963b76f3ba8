package org.sitewatch.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RangeRequestsTest {

  private static long requests(List<Long> blocks, long blockBytes) {
    return RangeRequests.forBlocks(new TreeSet<>(blocks), blockBytes);
  }

  @Test
  void neighboursShareARequestAlsoFromTheEndOfARowToTheNext() {
    assertEquals(0, requests(List.of(), 1000));
    assertEquals(1, requests(List.of(4L, 5L, 6L), 1000));
    assertEquals(2, requests(List.of(4L, 5L, 7L), 1000));
  }

  @Test
  void aRequestIsNotJoinedBeyondTheLengthThatReadingJoins() {
    List<Long> many = LongStream.range(0, 10).boxed().toList();
    assertEquals(1, requests(many, ReadAhead.MOST_JOINED_BYTES / 10));
    assertEquals(5, requests(many, ReadAhead.MOST_JOINED_BYTES / 2));
    assertEquals(10, requests(many, ReadAhead.MOST_JOINED_BYTES));
    assertEquals(1, requests(many, 0));
  }
}

package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "core, core, 0",
    "core, Core, 1",
    "kitten, sitting, 3",
    "'', core, 4",
    "flaw, lawn, 2",
  })
  void isTheSameInBothDirections(String one, String other, int edits) {
    assertEquals(edits, EditDistance.of(one, other));
    assertEquals(edits, EditDistance.of(other, one));
  }

  @Test
  void hostileWordsCostNoMoreThanLongOnes() {
    assertEquals(60, EditDistance.of("a".repeat(1_000_000), "b".repeat(1_000_000)));
  }
}

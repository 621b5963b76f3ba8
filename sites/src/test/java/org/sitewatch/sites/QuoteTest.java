package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteTest {

  @Test
  void longTextsAreQuotedInPart() {
    assertEquals("Petra", Quote.of("Petra"));
    assertEquals("x".repeat(200), Quote.of("x".repeat(200)));
    assertEquals("x".repeat(200) + "…", Quote.of("x".repeat(201)));
  }

  @Test
  void noLetterIsCutInHalves() {
    assertEquals("x".repeat(199) + "…", Quote.of("x".repeat(199) + "\uD83C\uDFDB!"));
  }

  @Test
  void longListsAreQuotedInPart() {
    assertEquals("id, name", Quote.list(List.of("id", "name")));
    assertEquals("id, " + "x".repeat(60) + "…", Quote.list(List.of("id", "x".repeat(9_000))));
    assertEquals("id, ".repeat(301) + "…", Quote.list(Collections.nCopies(9_000, "id")));
  }
}

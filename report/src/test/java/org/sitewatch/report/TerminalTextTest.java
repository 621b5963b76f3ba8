package org.sitewatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

  @Test
  void aSentenceIsOneLineAndWhatAHostileFileFillsItWithIsCut() {
    assertEquals("a b [2Jc", TerminalText.sentence("a\nb\u001b[2Jc"));
    String cut = TerminalText.sentence("\uD83C\uDFDB".repeat(60_000));
    assertEquals(2_001, cut.length());
    assertEquals('…', cut.charAt(2_000));
    String odd = TerminalText.sentence("a" + "\uD83C\uDFDB".repeat(60_000));
    assertFalse(Character.isHighSurrogate(odd.charAt(odd.length() - 2)), "half a letter");
  }

  @Test
  void aWordThatAFileGaveIsShort() {
    assertEquals(301, TerminalText.of("x".repeat(5_000)).length());
  }
}

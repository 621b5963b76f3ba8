package org.sitewatch.report.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageSaysAllAndFillsInTheSame(String language) throws IOException {
    Properties english = read("en");
    Properties other = read(language);
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(other.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(gaps(english.getProperty(key)), gaps(other.getProperty(key)), key);
    }
  }

  @Test
  void aGapIsFilledAndAKeyThatNobodyHasIsRefused() {
    assertEquals("Possible", Words.ENGLISH.text("status.first"));
    assertThrows(IllegalArgumentException.class, () -> Words.ENGLISH.text("status.none"));
    assertThrows(IllegalArgumentException.class, () -> Words.of("tlh"));
    assertEquals("rtl", Words.of("ar").direction());
  }

  static Iterable<String> languages() {
    return Words.LANGUAGES;
  }

  /** How many gaps, and whether all braces and apostrophes stand right. */
  private static int gaps(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  private static Properties read(String language) throws IOException {
    var words = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("words_" + language + ".properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }
}

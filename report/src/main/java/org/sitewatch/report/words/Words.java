package org.sitewatch.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report says in one language: {@code words_<language>.properties}. A key that a language
 * lacks is told in English. Vocabulary words (EAMENA) are never translated in data files.
 */
public final class Words {
  /** Languages there are words in. */
  public static final List<String> LANGUAGES = List.of("ar", "en", "es", "fr", "mn");

  public static final Words ENGLISH = new Words("en");

  private final String language;
  private final Properties words;

  private Words(String language) {
    this.language = language;
    this.words = new Properties(language.equals("en") ? null : ENGLISH.words);
    String name = "words_" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " is part of the program", unreadable);
    }
  }

  /**
   * @param language one of {@link #LANGUAGES}
   */
  public static Words of(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("no words in '" + language + "', only " + LANGUAGES);
    }
    return language.equals("en") ? ENGLISH : new Words(language);
  }

  /** ISO 639-1. */
  public String language() {
    return language;
  }

  /** As the attribute {@code dir} of HTML. */
  public String direction() {
    return language.equals("ar") ? "rtl" : "ltr";
  }

  /**
   * @throws IllegalArgumentException for a key that no language has
   */
  public String text(String key) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for '" + key + "'");
    }
    return text;
  }

  /** Words for what a file says, itself where there are none: other versions have other words. */
  public String textOr(String prefix, String word) {
    String text = words.getProperty(prefix + word);
    return text == null ? word : text;
  }

  /**
   * @param values fill {@code {0}}, {@code {1}} …; numbers and dates come as text, as what Java
   *     makes of them differs between its versions
   */
  public String text(String key, String... values) {
    return new MessageFormat(text(key), Locale.ROOT).format(values);
  }

  /**
   * The words whose keys start like this, their {@code {0}} still to be filled by who tells them.
   */
  public SortedMap<String, String> startingWith(String prefix) {
    var found = new TreeMap<String, String>();
    for (String key : words.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        found.put(key, text(key, "{0}", "{1}", "{2}", "{3}"));
      }
    }
    return found;
  }
}

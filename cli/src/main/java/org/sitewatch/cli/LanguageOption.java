package org.sitewatch.cli;

import java.util.SortedMap;
import org.sitewatch.report.words.Words;
import picocli.CommandLine.Option;

/** In which language a report speaks; it may also stand in the settings file. */
final class LanguageOption {
  private static final String SETTING = "language";

  @Option(
      names = "--language",
      paramLabel = "LANG",
      defaultValue = "en",
      description =
          "Language of pages and sheets: ar, en, es, fr or mn; data keep their words (default:"
              + " ${DEFAULT-VALUE}).")
  private String language;

  Words words() {
    if (!Words.LANGUAGES.contains(language)) {
      throw SharedOptions.usage(
          "--language must be one of " + Words.LANGUAGES + ", got '" + language + "'");
    }
    return Words.of(language);
  }

  /** Puts what a run's report hangs on; an English run knows no such setting. */
  void putInto(SortedMap<String, String> settings) {
    if (!words().language().equals(Words.ENGLISH.language())) {
      settings.put(SETTING, language);
    }
  }

  /** What {@link #putInto} has put. */
  static Words words(SortedMap<String, String> settings) {
    return Words.of(settings.getOrDefault(SETTING, Words.ENGLISH.language()));
  }
}

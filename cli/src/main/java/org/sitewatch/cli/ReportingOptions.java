package org.sitewatch.cli;

import java.util.SortedMap;
import picocli.CommandLine.Mixin;

/** What a run's report is told; each may also stand in the settings file. */
final class ReportingOptions {
  @Mixin private PatrolOption patrol;
  @Mixin private PicturesOption pictures;
  @Mixin private LanguageOption language;
  @Mixin private ReopenOption reopen;

  /** Puts what a run's report hangs on. */
  void putInto(SortedMap<String, String> settings) {
    patrol.putInto(settings);
    pictures.putInto(settings);
    language.putInto(settings);
    reopen.putInto(settings);
  }
}

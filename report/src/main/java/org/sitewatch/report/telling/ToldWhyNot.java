package org.sitewatch.report.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitewatch.report.ledger.CoverageState;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.report.words.Words;

/**
 * Why a site was not seen, or not wholly, in the language of a page. English is the sentence of the
 * record; what a program said of a broken file is never translated.
 */
public final class ToldWhyNot {
  private ToldWhyNot() {}

  /** Empty if nothing is missing. */
  public static String of(SiteRecord site, Words words) {
    String record = site.text("why_not");
    if (record.isEmpty() || words.language().equals(Words.ENGLISH.language())) {
      return record;
    }
    String state = site.state();
    if (state.equals(CoverageState.NOT_SEEN.label())) {
      return words.text("told.why.not_seen", causes(site.text("looks"), words));
    }
    if (CoverageState.isFailure(state)) {
      return words.text("told.why.failed", record);
    }
    if (!state.equals(CoverageState.SEEN.label())) {
      return words.textOr("told.why.", state);
    }
    String failed = site.text("looks_failed");
    return failed.isEmpty() || failed.equals("0")
        ? words.text("told.why.partly")
        : words.text("told.why.looks_failed", failed, record);
  }

  /**
   * @param looks {@code 2024-10-14:cloud sentinel-2-l2a;…}
   */
  private static String causes(String looks, Words words) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String look : looks.split(";")) {
      int sensor = look.lastIndexOf(' ');
      String cause = look.substring(look.indexOf(':') + 1, sensor < 0 ? look.length() : sensor);
      counts.merge(words.textOr("told.cause.", cause.replace(' ', '_')), 1, Integer::sum);
    }
    List<String> causes = new ArrayList<>();
    counts.forEach((cause, count) -> causes.add(cause + " (" + count + ")"));
    return String.join(", ", causes);
  }
}

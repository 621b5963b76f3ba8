package org.sitewatch.report.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookOutcome.Cause;
import org.sitewatch.detect.LookOutcome.Failed;
import org.sitewatch.detect.LookOutcome.Seen;
import org.sitewatch.detect.LookOutcome.Unseen;
import org.sitewatch.report.json.FixedDecimals;

/**
 * The looks of a period at one site, counted.
 *
 * @param unseen looks that show nothing; the stand-in for "no scene" is not a look
 * @param causes of the unseen ones, counted
 * @param clearShare of the newest look that saw the site, 0 to 1, NaN if none did
 * @param bestClearShare the largest of the period, NaN if none
 * @param lastClearLook newest look up to the end of the period that saw the site clear, also before
 *     the period, or null; read it by {@link #lastClear()}
 * @param trace {@code 2024-05-03:seen 0.97 s2;2024-05-08:cloud s2}
 */
public record LookTally(
    int seen,
    int unseen,
    int failed,
    Map<Cause, Integer> causes,
    double clearShare,
    double bestClearShare,
    LocalDate lastClearLook,
    String trace)
    implements Serializable {

  static final LookTally NONE = new LookTally(0, 0, 0, Map.of(), Double.NaN, Double.NaN, null, "");

  public LookTally {
    Map<Cause, Integer> sorted = new EnumMap<>(Cause.class);
    sorted.putAll(causes);
    causes = Collections.unmodifiableMap(sorted);
  }

  public Optional<LocalDate> lastClear() {
    return Optional.ofNullable(lastClearLook);
  }

  LookTally withLastClear(Optional<LocalDate> day) {
    return new LookTally(
        seen, unseen, failed, causes, clearShare, bestClearShare, day.orElse(null), trace);
  }

  static LookTally of(List<LookOutcome> inOrderOfTime, Optional<LocalDate> lastClear) {
    int seen = 0;
    int unseen = 0;
    int failed = 0;
    Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
    double newest = Double.NaN;
    double best = Double.NaN;
    List<String> trace = new ArrayList<>();
    for (LookOutcome outcome : inOrderOfTime) {
      if (outcome instanceof Seen look) {
        seen++;
        newest = look.clearShare();
        best = Double.isNaN(best) ? newest : Math.max(best, newest);
        trace.add(entry(look, "seen " + FixedDecimals.of(newest, 2)));
      } else if (outcome instanceof Unseen look) {
        if (look.cause() != Cause.NO_SCENE) {
          unseen++;
          causes.merge(look.cause(), 1, Integer::sum);
          trace.add(entry(look, look.cause().label()));
        }
      } else if (outcome instanceof Failed look) {
        failed++;
        trace.add(entry(look, "failed"));
      }
    }
    return new LookTally(
        seen,
        unseen,
        failed,
        causes,
        newest,
        best,
        lastClear.orElse(null),
        String.join(";", trace));
  }

  private static String entry(LookOutcome look, String word) {
    String date = look.date().equals(LocalDate.MIN) ? "" : look.date() + ":";
    return (date + word + " " + look.sensor().replace(';', ' ')).strip();
  }
}

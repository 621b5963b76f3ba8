package org.sitewatch.cli;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitewatch.detect.Period;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunInfo;
import picocli.CommandLine.Option;

/** Which days a run judges, and what the run is called. */
final class RunOptions {
  private static final DateTimeFormatter WEEK =
      new DateTimeFormatterBuilder()
          .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
          .appendLiteral("-W")
          .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
          .parseDefaulting(ChronoField.DAY_OF_WEEK, 7)
          .toFormatter(Locale.ROOT);

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Judge the looks after this UTC day (default: since the run before).")
  private LocalDate since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Judge the looks up to this UTC day (default: the newest registered scene's).")
  private LocalDate until;

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "Judge an ISO week, Monday to Sunday: 2026-W47, or 'last'.")
  private String week;

  /**
   * @param id name of the run's directory
   */
  record Choice(String id, Period period) {}

  /** The run meant by the options, given the runs that are complete. */
  Choice choose(List<RunDirectory> completeRuns, SceneCatalog catalog, SiteOptions sites) {
    Choice whole = choose(completeRuns, catalog);
    return sites.all()
        ? whole
        : new Choice(whole.id() + RunInfo.OF_SOME_SITES + sites.digest(), whole.period());
  }

  private Choice choose(List<RunDirectory> completeRuns, SceneCatalog catalog) {
    if (week != null) {
      if (since != null || until != null) {
        throw SharedOptions.usage("--week goes without --since and --until");
      }
      LocalDate sunday = sunday();
      return new Choice(WEEK.format(sunday), new Period(sunday.minusWeeks(1), sunday));
    }
    LocalDate last =
        until != null
            ? until
            : catalog.scenes().stream()
                .map(Scene::date)
                .max(LocalDate::compareTo)
                .orElseThrow(
                    () ->
                        SharedOptions.usage(
                            "no scene is registered; run 'sitewatch ingest add' first or say --until"));
    if (since != null) {
      if (!since.isBefore(last)) {
        throw SharedOptions.usage("--since must be before --until, got " + since + " and " + last);
      }
      return new Choice(since + "_" + last, new Period(since, last));
    }
    Optional<LocalDate> before =
        completeRuns.stream()
            .filter(run -> !run.isOfSomeSites())
            .map(RunDirectory::until)
            .filter(end -> end.isBefore(last))
            .max(LocalDate::compareTo);
    LocalDate sundayBefore =
        last.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(1);
    return new Choice(last.toString(), new Period(before.orElse(sundayBefore), last));
  }

  private LocalDate sunday() {
    if (week.equals("last")) {
      return LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    }
    try {
      LocalDate sunday = LocalDate.parse(week, WEEK);
      if (WEEK.format(sunday).equals(week)) {
        return sunday;
      }
    } catch (DateTimeParseException broken) {
      // said below, as for a week 53 in a year of 52
    }
    throw SharedOptions.usage(
        "--week must be a week there is, like 2026-W47, or 'last', got '" + week + "'");
  }
}

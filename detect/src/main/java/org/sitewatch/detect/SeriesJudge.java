package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.detect.series.LookVectors;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.PixelState;
import org.sitewatch.detect.series.RefitDays;
import org.sitewatch.detect.series.SeriesLook;
import org.sitewatch.detect.series.WindowEvidence;

/**
 * Judges the looks of a site with a long history: each against a model of the season, together with
 * the looks of the last 120 days. Looks have to come in order of time.
 */
final class SeriesJudge {
  private final ClearLooks looks;
  private final SeriesLearning learning;
  private final ObjectLog log;
  private final LocalDate until;
  private final LookWindow window = new LookWindow();
  private final List<Entry> entries = new ArrayList<>();
  private LocalDate learntOn = LocalDate.MIN;
  private Optional<SiteKnowledge> knowledge = Optional.empty();
  private Optional<SeenLooks> seenLooks = Optional.empty();
  private TrialCounts counts = TrialCounts.NONE;
  private HeldBudget budget = HeldBudget.NONE;
  private int next;

  private record Entry(int look, LookVectors vectors) {}

  private SeriesJudge(ClearLooks looks, SeriesLearning learning, ObjectLog log, LocalDate until) {
    this.looks = looks;
    this.until = until;
    this.log = log;
    this.learning = learning;
  }

  /**
   * @param until the last day judged: what looks near it show is kept for the next run
   * @return empty for bands or units a model of the season cannot be made of
   */
  static Optional<SeriesJudge> of(
      ClearLooks looks,
      SiteWindow site,
      DetectConfig config,
      ClassPools pools,
      ObjectLog log,
      KnowledgeShelf shelf,
      LocalDate until) {
    if (!looks.stack().isCalibrated()) {
      return Optional.empty();
    }
    return OpticalBands.of(looks.stack().bands())
        .map(
            roles ->
                new SeriesJudge(
                    looks,
                    new SeriesLearning(looks, roles, site, config, pools, log, shelf),
                    log,
                    until));
  }

  /**
   * @param book says what must not be learnt from
   * @return empty if the history is not long, or too clouded to learn from
   */
  Optional<LookEvidence> judge(int look, AlertBook book) {
    Optional<LocalDate> inForce = RefitDays.inForce(looks.look(look).date(), learning.usableDays());
    if (inForce.isEmpty()) {
      return Optional.empty();
    }
    if (!inForce.get().equals(learntOn)) {
      learntOn = inForce.get();
      boolean[][] heldOut = book.heldOut(learntOn, looks);
      knowledge = learning.until(learntOn, heldOut);
      LookShelf shelf = learning.shelf(learntOn, heldOut);
      seenLooks = knowledge.map(known -> new SeenLooks(looks, learning, known, shelf, until));
      counts = knowledge.map(known -> learning.counts(learntOn, known)).orElse(TrialCounts.NONE);
      budget = learning.budget(counts);
      window.clear();
      entries.clear();
      next = firstOfWindow(look);
    }
    return knowledge.map(known -> judge(look, known, seenLooks.orElseThrow()));
  }

  /** Whether the history before a day is long; what it shows may still be too clouded to learn. */
  boolean isInForce(LocalDate day) {
    return RefitDays.inForce(day, learning.usableDays()).isPresent();
  }

  /** What the model in force was tried on; nothing if no look was judged by one. */
  TrialCounts counts() {
    return counts;
  }

  private LookEvidence judge(int look, SiteKnowledge known, SeenLooks seeing) {
    Optional<SeriesLook> seen = Optional.empty();
    for (; next <= look; next++) {
      seen = next == look ? seeing.see(next) : seeing.find(next);
      if (seen.isPresent()) {
        window.add(seen.get());
        entries.add(new Entry(next, seen.get().vectors()));
      }
    }
    if (seen.isEmpty()) {
      var unseen = LookEvidence.unseen(looks, look, known.model().counts(), known.rule());
      return seeing.tooFarAside(look).map(unseen::laidAside).orElse(unseen);
    }
    double oldest = learning.day(look) - WindowEvidence.OLDEST_DAYS;
    entries.removeIf(entry -> entry.vectors().day() < oldest);
    float[] evidence = known.model().evidence(window.vectors());
    if (log.isOn()) {
      learning.log(learning.day(look), evidence, known, window);
    }
    byte[] now = seen.get().vectors().state();
    return new LookEvidence(
        looks,
        look,
        known.model().counts(),
        evidence,
        entries.stream().map(entry -> seenLook(entry, now, evidence)).toList(),
        new PredictedSeason(seen.get()),
        learning.rule(evidence, known, budget, window),
        Method.LONG);
  }

  /** A pixel that our own screen takes for cloud speaks only where the last look released it. */
  private static SeenLook seenLook(Entry entry, byte[] now, float[] evidence) {
    byte[] state = entry.vectors().state();
    var speaks = new boolean[state.length];
    for (int pixel = 0; pixel < state.length; pixel++) {
      boolean isReleased = now[pixel] == PixelState.FLAGGED && !Float.isNaN(evidence[pixel]);
      speaks[pixel] =
          state[pixel] == PixelState.VALID || state[pixel] == PixelState.FLAGGED && isReleased;
    }
    return new SeenLook(entry.look(), entry.vectors().u(), speaks);
  }

  private int firstOfWindow(int look) {
    double oldest = learning.day(look) - WindowEvidence.OLDEST_DAYS;
    return IntStream.range(0, look).filter(i -> learning.day(i) >= oldest).findFirst().orElse(look);
  }
}

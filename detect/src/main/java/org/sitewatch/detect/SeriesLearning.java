package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ClassRate;
import org.sitewatch.detect.score.LookObjects;
import org.sitewatch.detect.score.MeasuredObject;
import org.sitewatch.detect.score.ObjectFeatures;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.detect.score.ObjectModel;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.detect.score.ProbabilityRate;
import org.sitewatch.detect.score.ScoredLook;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.detect.series.FalseAlarmRate;
import org.sitewatch.detect.series.HarmonicModel;
import org.sitewatch.detect.series.ObjectRate;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.RegisteredLook;
import org.sitewatch.detect.series.Registration;
import org.sitewatch.detect.series.SeasonCover;
import org.sitewatch.detect.series.SeriesFit;
import org.sitewatch.detect.series.SeriesLook;
import org.sitewatch.detect.series.SeriesModel;
import org.sitewatch.detect.series.WindowEvidence;
import org.sitewatch.sites.LandCover;

/** Learns from the looks of a site before a day. */
final class SeriesLearning {
  /** The last year of the history is what a model of the years before it is tried on. */
  private static final int YEAR_DAYS = 365;

  private final ClearLooks looks;
  private final OpticalBands roles;
  private final SiteWindow site;
  private final DetectConfig config;
  private final ClassPools pools;
  private final ObjectLog log;
  private final KnowledgeShelf shelf;
  private final LookObjects finder;
  private final LookRegistration alignment;
  private final Optional<ObjectModel> objectModel = ObjectModelFile.shipped();

  SeriesLearning(
      ClearLooks looks,
      OpticalBands roles,
      SiteWindow site,
      DetectConfig config,
      ClassPools pools,
      ObjectLog log,
      KnowledgeShelf shelf) {
    this.shelf = shelf;
    this.pools = pools;
    this.looks = looks;
    this.roles = roles;
    this.site = site;
    this.config = config;
    this.log = log;
    alignment = new LookRegistration(looks, roles);
    finder =
        new LookObjects(site.grid(), site.inside(), config.minPixels(), SiteNullRule.GROW_SHARE);
  }

  /**
   * @param frozen [look][pixel] of what must not be learnt, null for a look without any
   * @return empty if the history is too clouded to tell what is usual
   */
  Optional<SiteKnowledge> until(LocalDate day, boolean[][] frozen) {
    if (log.isOn()) {
      return learnt(day, frozen); // the log wants to see the trial year
    }
    boolean[][] before = Arrays.copyOf(frozen, looksBefore(day));
    Optional<SiteKnowledge> kept =
        shelf.find(day, before).flatMap(bytes -> KnowledgeFormat.read(bytes, roles, site.grid()));
    if (kept.isPresent()) {
      return kept;
    }
    Optional<SiteKnowledge> learnt = learnt(day, frozen);
    learnt.ifPresent(known -> shelf.keep(day, before, KnowledgeFormat.bytes(known)));
    return learnt;
  }

  /**
   * Where what looks showed to the knowledge of a day is kept.
   *
   * @param frozen what was not learnt
   */
  LookShelf shelf(LocalDate day, boolean[][] frozen) {
    return log.isOn() ? LookShelf.NONE : shelf.looks(day, Arrays.copyOf(frozen, looksBefore(day)));
  }

  private int looksBefore(LocalDate day) {
    return (int) looks.stack().looks().stream().filter(look -> look.date().isBefore(day)).count();
  }

  private Optional<SiteKnowledge> learnt(LocalDate day, boolean[][] frozen) {
    int[] history = alignment.usableBefore(day);
    int[] older = alignment.usableBefore(day.minusDays(YEAR_DAYS));
    boolean isTried = older.length >= HarmonicModel.LOOKS_TO_JUDGE;
    var aligned = alignment.align(isTried ? older : history, history, frozen);
    var registered = new ArrayList<RegisteredLook>(aligned.looks());
    Optional<SeriesModel> before = isTried ? fit(registered) : Optional.empty();
    for (int i = registered.size(); i < history.length; i++) {
      var registration = on(history[i], aligned.registration(), before);
      registered.add(alignment.align(history[i], registration, frozen[history[i]]));
    }
    var trial = new TrialYear(finder, ObjectScoreRule.SEEDS);
    before.ifPresent(model -> judge(registered, older.length, model, trial));
    return fit(registered).map(model -> known(aligned.registration(), model, trial));
  }

  private Registration on(int look, Registration registration, Optional<SeriesModel> model) {
    return model
        .map(known -> registration.on(alignment.day(look), known.season()))
        .orElse(registration);
  }

  private SiteKnowledge known(Registration registration, SeriesModel model, TrialYear trial) {
    FalseAlarmRate rate =
        trial.isEmpty() ? FalseAlarmRate.UNKNOWN : FalseAlarmRate.ofOwn(trial.rate(counter()));
    trial.log(rate, log);
    double budget = config.alertBudgetPerSiteYear();
    return new SiteKnowledge(
        registration,
        model,
        new SiteNullRule(rate.threshold(budget), rate),
        objectModel.map(trees -> raised(trees, trial, rate)).orElse(List.of()));
  }

  private List<Integer> raised(ObjectModel trees, TrialYear trial, FalseAlarmRate rate) {
    return trial.isEmpty()
        ? List.of()
        : ProbabilityRate.count(
            trial.scored(ObjectScoreRule.seed(rate), rate, trees),
            site.grid().width(),
            site.grid().height());
  }

  /** What a site hands to its class. */
  TrialCounts counts(LocalDate day, SiteKnowledge known) {
    LandCover cover =
        site.landCover()
            .orElseGet(() -> SeasonCover.of(known.model().season(), roles, site.inside()));
    log.landCover(cover);
    return new TrialCounts(day, cover, known.raised());
  }

  /**
   * How the budget is held from a refit day on: by what the site raised itself and by the pool of
   * its class that is in force, which no later day changes.
   */
  HeldBudget budget(TrialCounts own) {
    return objectModel
        .map(
            trees -> {
              ClassRate shipped = trees.nullRates().of(own.cover());
              ClassRate ofClass = pools.on(own.refitDay()).rate(shipped, own.cover());
              return HeldBudget.of(
                  config.alertBudgetPerSiteYear(),
                  new ProbabilityRate(own.raised(), ofClass),
                  own.cover());
            })
        .orElse(HeldBudget.NONE);
  }

  /** How the last look of a window is judged. */
  AlertRule rule(float[] evidence, SiteKnowledge known, HeldBudget budget, LookWindow window) {
    if (objectModel.isEmpty()) {
      return known.rule();
    }
    double seed = ObjectScoreRule.seed(known.rule().rate());
    var features = features(evidence, known.model(), window);
    List<MeasuredObject> objects =
        finder.of(evidence, seed, features).stream()
            .map(object -> object.withRate(known.rule().rate()))
            .toList();
    return new ObjectScoreRule(
        known.rule(), seed, budget, new ScoredLook(objectModel.get(), objects));
  }

  private ObjectRate counter() {
    return new ObjectRate(site.grid(), site.inside(), config.minPixels(), SiteNullRule.GROW_SHARE);
  }

  /** The last year, judged by a model of the years before. */
  private void judge(List<RegisteredLook> history, int older, SeriesModel model, TrialYear trial) {
    if (older == history.size()) {
      return;
    }
    double from = history.get(older).day();
    var window = new LookWindow();
    for (RegisteredLook look : history) {
      if (look.day() >= from - WindowEvidence.OLDEST_DAYS) {
        Optional<SeriesLook> seen = model.look(look);
        seen.ifPresent(window::add);
        if (look.day() >= from && seen.isPresent()) {
          float[] evidence = model.evidence(window.vectors());
          trial.add(look.day(), evidence, features(evidence, model, window));
        }
      }
    }
  }

  /** Tells the log what a look of the period shows. */
  void log(double day, float[] evidence, SiteKnowledge known, LookWindow window) {
    var features = features(evidence, known.model(), window);
    for (double seed : ObjectScoreRule.SEEDS) {
      for (MeasuredObject object : finder.of(evidence, seed, features)) {
        log.add(ObjectLog.Phase.PERIOD, day, seed, object.withRate(known.rule().rate()));
      }
    }
  }

  /** Of the last look of a window. */
  ObjectFeatures features(float[] evidence, SeriesModel model, LookWindow window) {
    return new ObjectFeatures(
        model,
        window.vectors(),
        window.newest(),
        evidence,
        roles,
        site.grid().width(),
        site.grid().height());
  }

  private Optional<SeriesModel> fit(List<RegisteredLook> history) {
    return SeriesFit.fit(history, roles, site.grid().width(), site.grid().height());
  }

  /** A look to be judged, laid onto the season of the history. */
  RegisteredLook registered(int look, SiteKnowledge known) {
    var registration = on(look, known.registration(), Optional.of(known.model()));
    return alignment.align(look, registration, null);
  }

  /** Days of the looks that can be learnt from, in order. */
  List<LocalDate> usableDays() {
    return alignment.usableDays();
  }

  /** Days since 1 January 1970. */
  double day(int look) {
    return alignment.day(look);
  }
}

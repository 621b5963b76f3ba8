package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sitewatch.detect.series.FalseAlarmRate;
import org.sitewatch.detect.series.HarmonicModel;
import org.sitewatch.detect.series.LandClassRates;
import org.sitewatch.detect.series.LookVectors;
import org.sitewatch.detect.series.ObjectRate;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.RegisteredLook;
import org.sitewatch.detect.series.Registration;
import org.sitewatch.detect.series.SeriesFit;
import org.sitewatch.detect.series.SeriesModel;
import org.sitewatch.detect.series.WindowEvidence;
import org.sitewatch.ingest.PixelState;

/** Learns from the looks of a site before a day. */
final class SeriesLearning {
  /** The last year of the history is what a model of the years before it is tried on. */
  private static final int YEAR_DAYS = 365;

  private final ClearLooks looks;
  private final OpticalBands roles;
  private final SiteWindow site;
  private final DetectConfig config;

  SeriesLearning(ClearLooks looks, OpticalBands roles, SiteWindow site, DetectConfig config) {
    this.looks = looks;
    this.roles = roles;
    this.site = site;
    this.config = config;
  }

  /**
   * @param frozen [look][pixel] of what must not be learnt, null for a look without any
   * @return empty if the history is too clouded to tell what is usual
   */
  Optional<SiteKnowledge> until(LocalDate day, boolean[][] frozen) {
    int[] history = usableBefore(day);
    int[] older = usableBefore(day.minusDays(YEAR_DAYS));
    var registration =
        registrationTo(older.length >= HarmonicModel.LOOKS_TO_JUDGE ? older : history);
    var registered = new ArrayList<RegisteredLook>();
    for (int look : history) {
      registered.add(registered(look, registration, frozen[look]));
    }
    return fit(registered)
        .map(model -> new SiteKnowledge(registration, model, rule(registered, older.length)));
  }

  private AlertRule rule(List<RegisteredLook> history, int older) {
    double[] own = ownRate(history, older);
    double[] ofClass = LandClassRates.ALL;
    FalseAlarmRate rate = FalseAlarmRate.of(own.length == 0 ? ofClass : own, ofClass);
    return new SiteNullRule(rate.threshold(config.alertBudgetPerSiteYear()), rate);
  }

  /** Objects a year in the last year, judged by a model of the years before; empty without one. */
  private double[] ownRate(List<RegisteredLook> history, int older) {
    Optional<SeriesModel> model = fit(history.subList(0, older));
    if (model.isEmpty()) {
      return new double[0];
    }
    double from = history.get(older).day();
    var window = new ArrayList<LookVectors>();
    var evidence = new ArrayList<float[]>();
    var days = new ArrayList<Double>();
    for (RegisteredLook look : history) {
      if (look.day() >= from - WindowEvidence.OLDEST_DAYS) {
        model.get().look(look).ifPresent(seen -> window.add(seen.vectors()));
        window.removeIf(seen -> seen.day() < look.day() - WindowEvidence.OLDEST_DAYS);
        if (look.day() >= from
            && !window.isEmpty()
            && window.get(window.size() - 1).day() == look.day()) {
          evidence.add(model.get().evidence(window));
          days.add(look.day());
        }
      }
    }
    var rate =
        new ObjectRate(site.grid(), site.inside(), config.minPixels(), SiteNullRule.GROW_SHARE);
    return rate.of(evidence, days.stream().mapToDouble(Double::doubleValue).toArray(), 1);
  }

  private Optional<SeriesModel> fit(List<RegisteredLook> history) {
    return SeriesFit.fit(history, roles, site.grid().width(), site.grid().height());
  }

  private Registration registrationTo(int[] history) {
    var values = new ArrayList<float[][]>();
    var clear = new ArrayList<boolean[]>();
    for (int look : history) {
      values.add(values(look));
      clear.add(looks.clear(look));
    }
    return Registration.to(values, clear, roles, site.grid().width(), site.grid().height());
  }

  /** A look to be judged, laid onto the history. */
  RegisteredLook registered(int look, SiteKnowledge known) {
    return registered(look, known.registration(), null);
  }

  private RegisteredLook registered(int look, Registration registration, boolean[] frozen) {
    byte[] states = looks.stack().states(look);
    boolean[] clear = looks.clear(look);
    var clouded = new boolean[clear.length];
    for (int pixel = 0; pixel < clear.length; pixel++) {
      clouded[pixel] = !clear[pixel] && states[pixel] != PixelState.OUTSIDE.code();
    }
    RegisteredLook registered = registration.apply(day(look), values(look), clear, clouded);
    if (frozen == null) {
      return registered;
    }
    var learnable = clear.clone();
    for (int pixel = 0; pixel < clear.length; pixel++) {
      learnable[pixel] &= !frozen[pixel];
    }
    return new RegisteredLook(
        registered.day(), registered.values(), learnable, clouded, registered.shift());
  }

  private float[][] values(int look) {
    return IntStream.range(0, looks.stack().bands().size())
        .mapToObj(band -> looks.stack().values(look, band))
        .toArray(float[][]::new);
  }

  private int[] usableBefore(LocalDate day) {
    return IntStream.range(0, looks.stack().looks().size())
        .filter(look -> looks.isUsable(look) && looks.look(look).date().isBefore(day))
        .toArray();
  }

  /** Days of the looks that can be learnt from, in order. */
  List<LocalDate> usableDays() {
    return IntStream.range(0, looks.stack().looks().size())
        .filter(looks::isUsable)
        .mapToObj(look -> looks.look(look).date())
        .toList();
  }

  /** Days since 1 January 1970. */
  double day(int look) {
    return looks.look(look).date().toEpochDay();
  }
}

package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sitewatch.detect.series.FalseAlarmRate;
import org.sitewatch.detect.series.LandClassRates;
import org.sitewatch.detect.series.LookVectors;
import org.sitewatch.detect.series.ObjectRate;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.RefitDays;
import org.sitewatch.detect.series.RegisteredLook;
import org.sitewatch.detect.series.Registration;
import org.sitewatch.detect.series.SeriesFit;
import org.sitewatch.detect.series.SeriesLook;
import org.sitewatch.detect.series.SeriesModel;
import org.sitewatch.detect.series.WindowEvidence;
import org.sitewatch.ingest.PixelState;

/**
 * Judges the looks of a site with a long history: each against a model of the season, together with
 * the looks of the last 120 days.
 */
final class SeriesJudge {
  private static final int YEAR_DAYS = 365;
  private static final double GROW_SHARE = 0.7;

  private final ClearLooks looks;
  private final OpticalBands roles;
  private final SiteWindow site;
  private final DetectConfig config;
  private final List<LookVectors> window = new ArrayList<>();
  private LocalDate refit = LocalDate.MIN;
  private Registration registration;
  private Optional<SeriesModel> model = Optional.empty();
  private AlertRule rule;
  private int next;

  private SeriesJudge(ClearLooks looks, OpticalBands roles, SiteWindow site, DetectConfig config) {
    this.looks = looks;
    this.roles = roles;
    this.site = site;
    this.config = config;
  }

  /** Empty for bands or units a model of the season cannot be made of. */
  static Optional<SeriesJudge> of(ClearLooks looks, SiteWindow site, DetectConfig config) {
    if (!looks.stack().isCalibrated()) {
      return Optional.empty();
    }
    return OpticalBands.of(looks.stack().bands())
        .map(roles -> new SeriesJudge(looks, roles, site, config));
  }

  /**
   * @param frozen see {@link AlertBook#frozen}
   * @return empty if the history is not long
   */
  Optional<LookEvidence> judge(int look, AlertBook book) {
    Optional<LocalDate> inForce = RefitDays.inForce(looks.look(look).date(), usableDays());
    if (inForce.isEmpty()) {
      return Optional.empty();
    }
    if (!inForce.get().equals(refit)) {
      learn(inForce.get(), book.frozen(looks));
      window.clear();
      next = firstOfWindow(look);
    }
    return model.map(known -> judge(look, known));
  }

  private LookEvidence judge(int look, SeriesModel known) {
    Optional<SeriesLook> seen = Optional.empty();
    for (; next <= look; next++) {
      seen = looks.isUsable(next) ? known.look(registered(next, null)) : Optional.empty();
      seen.ifPresent(one -> window.add(one.vectors()));
    }
    if (seen.isEmpty()) {
      return LookEvidence.unseen(looks, look, known.counts(), rule);
    }
    double oldest = day(look) - WindowEvidence.OLDEST_DAYS;
    window.removeIf(vectors -> vectors.day() < oldest);
    return new LookEvidence(
        looks,
        look,
        known.counts(),
        known.evidence(window),
        seen.get().vectors().u(),
        new PredictedSeason(seen.get()),
        rule);
  }

  private int firstOfWindow(int look) {
    double oldest = day(look) - WindowEvidence.OLDEST_DAYS;
    return IntStream.range(0, look).filter(i -> day(i) >= oldest).findFirst().orElse(look);
  }

  private void learn(LocalDate day, boolean[][] frozen) {
    refit = day;
    int[] history = usableBefore(day);
    int[] older = usableBefore(day.minusDays(YEAR_DAYS));
    registration = registrationTo(older.length >= 12 ? older : history);
    var registered = new ArrayList<RegisteredLook>();
    for (int look : history) {
      registered.add(registered(look, frozen[look]));
    }
    model = fit(registered);
    double[] own = ownRate(registered.subList(0, older.length), registered);
    double[] ofClass = LandClassRates.ALL;
    FalseAlarmRate rate = FalseAlarmRate.of(own.length == 0 ? ofClass : own, ofClass);
    rule = new SiteNullRule(rate.threshold(config.alertBudgetPerSiteYear()), rate);
  }

  /**
   * Objects a year in the last year of the history, which a model of the years before has judged.
   */
  private double[] ownRate(List<RegisteredLook> older, List<RegisteredLook> history) {
    return fit(older)
        .map(
            known -> {
              var vectors = new ArrayList<LookVectors>();
              var evidence = new ArrayList<float[]>();
              var days = new ArrayList<Double>();
              double from = history.get(older.size()).day();
              for (RegisteredLook look : history) {
                if (look.day() < from - WindowEvidence.OLDEST_DAYS) {
                  continue;
                }
                known
                    .look(look)
                    .ifPresent(
                        seen -> {
                          vectors.add(seen.vectors());
                          if (look.day() >= from) {
                            evidence.add(known.evidence(vectors));
                            days.add(look.day());
                          }
                        });
              }
              var inside = new boolean[site.grid().size()];
              for (int pixel = 0; pixel < inside.length; pixel++) {
                inside[pixel] = site.isInside(pixel);
              }
              return new ObjectRate(
                      site.grid().width(),
                      site.grid().height(),
                      inside,
                      config.minPixels(),
                      GROW_SHARE)
                  .of(evidence, days.stream().mapToDouble(d -> d).toArray(), 1);
            })
        .orElse(new double[0]);
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

  private RegisteredLook registered(int look, boolean[] frozen) {
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

  private List<LocalDate> usableDays() {
    return IntStream.range(0, looks.stack().looks().size())
        .filter(looks::isUsable)
        .mapToObj(look -> looks.look(look).date())
        .toList();
  }

  private double day(int look) {
    return looks.look(look).date().toEpochDay();
  }
}

package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.detect.score.ObjectFeatures;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.detect.score.TypeGuess;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;

/**
 * Disturbances drawn by lot in place of a detector: they appear, repeat, grow, and end, under
 * clouds that hide every other look or so. The same site, look and state give the same.
 *
 * @param perLook chance that a clear look of a site raises one
 */
public record SimulatedAlerts(double perLook) implements Serializable {
  private static final double CLOUDED = 0.45;
  private static final double SHOWN_AGAIN = 0.85;
  private static final double GROWN = 0.2;
  private static final int CLEAN_TO_END = 3;
  private static final int FEATURES = 25;

  /** As {@link TileDetector#detect} does, but for the pixels. */
  public TileResult judge(Site site, TileStack stack, AlertState before, Period period) {
    var live = new ArrayList<>(before.live());
    var ended = new ArrayList<LiveAlert>();
    var frozen = new ArrayList<>(before.frozen());
    var outcomes = new ArrayList<LookOutcome>();
    LocalDate lastClear = null;
    var ids = new AlertIds(site.id(), "");
    for (Look look : stack.looks()) {
      var chance = new Random((site.id() + look.id()).hashCode());
      boolean isClear = chance.nextDouble() > CLOUDED;
      lastClear = isClear ? look.date() : lastClear;
      if (!period.contains(look.date())) {
        continue;
      }
      if (!isClear) {
        outcomes.add(
            new LookOutcome.Unseen(look.id(), look.date(), look.sensor(), LookOutcome.Cause.CLOUD));
        continue;
      }
      double share = FixedDecimals.of(0.5 + chance.nextDouble() / 2);
      outcomes.add(
          new LookOutcome.Seen(
              look.id(), look.date(), look.sensor(), share, share, new LookShift(0.21, -0.07)));
      follow(live, ended, frozen, look, chance);
      if (chance.nextDouble() < perLook) {
        live.add(raised(ids.next(look.date()), stack.grid(), look, chance));
      }
    }
    var findings =
        new SiteFindings(
            site.id(),
            live.isEmpty() && ended.isEmpty() ? List.of() : told(site, stack, live, ended, period),
            outcomes,
            lastClear,
            0,
            0,
            new HeldBudget(0.02, 1, LandCover.GRASS, 0, 1.5));
    var state =
        new AlertState(
            site.id(),
            period.until(),
            stack.grid(),
            stack.bands(),
            live,
            frozen,
            before.heldOut(),
            ended);
    return new TileResult(findings, state, TrialCounts.NONE, null, null);
  }

  private static void follow(
      List<LiveAlert> live,
      List<LiveAlert> ended,
      List<FrozenPatch> frozen,
      Look look,
      Random chance) {
    for (LiveAlert alert : List.copyOf(live)) {
      live.remove(alert);
      boolean isShown = chance.nextDouble() < SHOWN_AGAIN;
      LiveAlert next = isShown ? shown(alert, look, chance) : clean(alert);
      if (next.belief().cleanInRow() < CLEAN_TO_END) {
        live.add(next);
      } else {
        ended.add(next.withAlert(next.alert().withStatus(Status.FINISHED, 0.97)));
        frozen.add(
            new FrozenPatch(next.id(), next.pixels(), next.timeline().occurredTo(), look.date()));
      }
    }
  }

  private static LiveAlert raised(String id, PixelGrid grid, Look look, Random chance) {
    int width = grid.width();
    int side = 2 + chance.nextInt(5);
    int first = grid.height() / 2 * width + width / 2;
    int[] pixels =
        IntStream.range(0, side * side).map(i -> first + i / side * width + i % side).toArray();
    LocalDate day = look.date();
    return new LiveAlert(
        id,
        PixelSet.of(width, grid.height(), pixels),
        new Direction(List.of(5.7, 3.9, 2.2, 1.9, 2.1, -0.7)),
        new Timeline(
            day.minusDays(7),
            day,
            day,
            day,
            day,
            List.of(new TracePoint(day, 0.6881)),
            look.id(),
            look.id()),
        new Measures(
            404.181,
            189.03,
            new TreeMap<>(java.util.Map.of("ndvi", -0.035, "brightness", 0.0091)),
            new Control(1.5278, false),
            0.234,
            1,
            1),
        new Alert(
            Status.FIRST,
            0.6881,
            look.sensor(),
            History.LONG,
            40,
            Method.LONG,
            true,
            "",
            TypeGuess.NONE,
            grounds()),
        new Belief(0, 0, 189.03, List.of(look.sensor())));
  }

  private static Grounds grounds() {
    return new Grounds(
        3.8098,
        -2.639,
        IntStream.range(0, FEATURES)
            .mapToObj(i -> new Grounds.Part(ObjectFeatures.NAMES.get(i), i + 0.5, 1.0 / (i + 1)))
            .map(
                part ->
                    new Grounds.Part(part.feature(), part.value(), FixedDecimals.of(part.push())))
            .toList());
  }

  private static LiveAlert shown(LiveAlert alert, Look look, Random chance) {
    Timeline then = alert.timeline();
    var trace = new ArrayList<>(then.alertTrace());
    if (trace.size() < 3) {
      trace.add(new TracePoint(look.date(), 0.9829));
    }
    boolean isGrown = chance.nextDouble() < GROWN && alert.pixels().size() < 200;
    return new LiveAlert(
        alert.id(),
        isGrown ? alert.pixels().dilated(1) : alert.pixels(),
        alert.direction(),
        new Timeline(
            then.lastClearBefore(),
            then.occurredTo(),
            then.firstSeen(),
            then.alertedOn(),
            look.date(),
            trace,
            then.beforeScene(),
            look.id()),
        seen(alert.measures(), 1),
        alert.alert().withStatus(Status.CONFIRMED, 0.9829),
        new Belief(0, 0, alert.belief().evidenceSum() + 189, alert.belief().sensors()));
  }

  private static LiveAlert clean(LiveAlert alert) {
    Belief then = alert.belief();
    return new LiveAlert(
        alert.id(),
        alert.pixels(),
        alert.direction(),
        alert.timeline(),
        seen(alert.measures(), 0),
        alert.alert(),
        new Belief(then.cleanInRow() + 1, 0, then.evidenceSum(), then.sensors()));
  }

  private static Measures seen(Measures then, int disturbed) {
    return new Measures(
        then.peakAnomaly(),
        then.meanAnomaly(),
        then.deltas(),
        then.control(),
        then.registrationShift_px(),
        then.looksClear() + 1,
        then.looksDisturbed() + disturbed);
  }

  private static List<Disturbance> told(
      Site site, TileStack stack, List<LiveAlert> live, List<LiveAlert> ended, Period period) {
    var window = new SiteWindow(site, stack.grid());
    return Stream.concat(live.stream(), ended.stream())
        .sorted(Comparator.comparing(LiveAlert::id))
        .map(
            alert -> {
              var zone = window.innermost(alert.pixels());
              return new Disturbance(
                  alert.id(),
                  site.id(),
                  zone,
                  window.outline(alert.pixels()),
                  window.extent(alert.pixels(), zone),
                  alert.timeline(),
                  alert.measures(),
                  alert.alert().withIsNew(period.contains(alert.timeline().alertedOn())));
            })
        .toList();
  }
}

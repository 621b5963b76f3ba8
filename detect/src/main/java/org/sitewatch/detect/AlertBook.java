package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitewatch.detect.segment.Hysteresis;
import org.sitewatch.detect.segment.PixelSet;

/** The alerts of one site while the looks of a period go by, in order of time. */
final class AlertBook {
  private final SiteWindow site;
  private final DetectConfig config;
  private final AlertIds ids;
  private final List<LiveAlert> live;
  private final List<LiveAlert> ended = new ArrayList<>();
  private final List<FrozenPatch> frozen;
  private HeldOut heldOut;
  private int dropped;
  private int paddingObjects;

  AlertBook(SiteWindow site, AlertState before, DetectConfig config, String idMark) {
    this.site = site;
    this.config = config;
    ids = new AlertIds(site.siteId(), idMark);
    live = new ArrayList<>(before.live());
    frozen = new ArrayList<>(before.frozen());
    heldOut = before.heldOut();
  }

  /** In the order they were raised. */
  List<LiveAlert> live() {
    return List.copyOf(live);
  }

  /** In order of time. */
  List<FrozenPatch> frozen() {
    return List.copyOf(frozen);
  }

  HeldOut heldOut() {
    return heldOut;
  }

  /** Since the book was opened: finished, merged into an older one, or dismissed. */
  List<LiveAlert> ended() {
    return List.copyOf(ended);
  }

  /** Never confirmed and clean again. */
  int dropped() {
    return dropped;
  }

  /** Regions that lay outside of the zones, summed over the looks. */
  int paddingObjects() {
    return paddingObjects;
  }

  /** [look][pixel] of values that belong to a disturbance; null for a look without any. */
  boolean[][] frozen(ClearLooks looks) {
    var now = HeldOut.on(LocalDate.MAX, live).patches();
    return FrozenPixels.of(looks, Stream.concat(now.stream(), frozen.stream()).toList());
  }

  /**
   * The same as it was on a refit day: to be asked before the first look from that day on is
   * entered, and the same again whenever it is asked later, also by a later run.
   */
  boolean[][] heldOut(LocalDate refitDay, ClearLooks looks) {
    if (!heldOut.day().equals(refitDay)) {
      heldOut = HeldOut.on(refitDay, live);
    }
    var before = frozen.stream().filter(patch -> patch.until().isBefore(refitDay));
    return FrozenPixels.of(looks, Stream.concat(heldOut.patches().stream(), before).toList());
  }

  /** Enters a look that was judged. */
  void enter(LookEvidence look) {
    var regions = regions(look);
    var reaches = live.stream().map(alert -> Lineage.reach(alert.pixels())).toList();
    follow(look, regions, reaches);
    merge(look, regions);
    split(look, regions);
    for (PixelSet region : regions) {
      if (reaches.stream().noneMatch(region::intersects)) {
        raise(look, region);
      }
    }
  }

  /** What stands out, cut to where it changed at least half as much; largest first. */
  private List<PixelSet> regions(LookEvidence look) {
    return Hysteresis.regions(
            look.evidence(),
            site.grid().width(),
            site.grid().height(),
            look.rule().seed(),
            look.rule().grow(),
            config.minPixels())
        .stream()
        .map(region -> look.rule().outlined(look, region, config.minPixels()))
        .sorted(
            Comparator.comparingInt(PixelSet::size).reversed().thenComparingInt(PixelSet::first))
        .toList();
  }

  private void follow(LookEvidence look, List<PixelSet> regions, List<PixelSet> reaches) {
    var alerts = List.copyOf(live);
    live.clear();
    for (int i = 0; i < alerts.size(); i++) {
      var alert = alerts.get(i);
      if (!look.judges(alert.pixels())) {
        live.add(alert);
      } else if (Tracking.isDisturbed(alert, look)) {
        var next = Tracking.disturbed(alert, look);
        for (PixelSet region : regions) {
          if (region.intersects(reaches.get(i))
              && reaches.subList(0, i).stream().noneMatch(region::intersects)) {
            next =
                Tracking.grown(next, Lineage.without(region, alerts.subList(i + 1, alerts.size())));
          }
        }
        live.add(next);
      } else {
        close(Tracking.clean(alert, look), look.look().date());
      }
    }
  }

  private void close(LiveAlert alert, LocalDate date) {
    if (!Tracking.isOver(alert)) {
      live.add(alert);
    } else if (alert.alert().status() == Status.CONFIRMED) {
      end(alert, date);
    } else {
      ended.add(
          alert.withAlert(alert.alert().withStatus(Status.DISMISSED, alert.alert().confidence())));
      dropped++;
    }
  }

  private void end(LiveAlert alert, LocalDate date) {
    ended.add(
        alert.withAlert(alert.alert().withStatus(Status.FINISHED, alert.alert().confidence())));
    frozen.add(Lineage.patch(alert, alert.pixels(), date));
  }

  /** The oldest of those that became one survives. */
  private void merge(LookEvidence look, List<PixelSet> regions) {
    var date = look.look().date();
    for (int older = 0; older < live.size(); older++) {
      for (int i = live.size() - 1; i > older; i--) {
        var survivor = live.get(older);
        var other = live.get(i);
        if (Lineage.areOne(survivor, other, look, regions)) {
          live.remove(i);
          live.set(older, survivor.withPixels(survivor.pixels().union(other.pixels())));
          end(Lineage.childOf(survivor.id(), other), date);
        }
      }
    }
  }

  private void split(LookEvidence look, List<PixelSet> regions) {
    var date = look.look().date();
    for (LiveAlert alert : List.copyOf(live)) {
      int place = live.indexOf(alert);
      var parts = Lineage.parts(alert, look, regions, config.minPixels());
      var counted = Lineage.counted(alert, parts.size() > 1, look);
      if (!Lineage.isSplit(counted)) {
        live.set(place, counted);
        continue;
      }
      live.set(place, Lineage.survivor(counted, parts.get(0)));
      for (PixelSet part : parts.subList(1, parts.size())) {
        live.add(Lineage.part(counted, part, ids.next(date), date));
      }
      var left = alert.pixels().filtered(p -> parts.stream().noneMatch(part -> part.contains(p)));
      frozen.add(Lineage.patch(alert, left, date));
    }
  }

  private void raise(LookEvidence look, PixelSet region) {
    if (region.count(site::isInside) < config.minPixels()) {
      paddingObjects++;
      return;
    }
    var onset = Onset.of(look, region);
    if (!onset.showsNow()) {
      return;
    }
    var date = look.look().date();
    double mean = look.mean(region);
    var history = look.history(region);
    var belief = new Belief(0, 0, FixedDecimals.of(mean), List.of(look.look().sensor()));
    var status = Tracking.status(onset.looksDisturbed(), belief, history);
    double confidence = look.rule().confidence(look, region, status, mean);
    if (confidence < look.rule().leastConfidence()) {
      return;
    }
    var measures =
        new Measures(
            FixedDecimals.of(look.peak(region)),
            FixedDecimals.of(mean),
            SpectralChange.of(look, region),
            ControlRing.of(look, site, onset.direction()),
            FixedDecimals.of(look.shift().length_px()),
            onset.looksClear(),
            onset.looksDisturbed());
    var alert =
        new Alert(
            status,
            confidence,
            look.look().sensor(),
            history,
            look.historyLooks(region),
            look.method(),
            true,
            Lineage.parent(region, frozen).orElse(""),
            look.rule().type(region),
            look.rule().grounds(region));
    live.add(
        new LiveAlert(
            ids.next(date),
            region,
            onset.direction(),
            timeline(look, onset, confidence),
            measures,
            alert,
            belief));
  }

  private static Timeline timeline(LookEvidence look, Onset onset, double confidence) {
    var date = look.look().date();
    var looks = look.looks();
    Optional<LocalDate> from = onset.lastWithout().map(index -> looks.look(index).date());
    return new Timeline(
        from.orElse(null),
        looks.look(onset.first()).date(),
        date,
        date,
        date,
        List.of(new TracePoint(date, confidence)),
        onset.lastWithout().map(index -> looks.look(index).sceneIds().get(0)).orElse(""),
        look.look().sceneIds().get(0));
  }
}

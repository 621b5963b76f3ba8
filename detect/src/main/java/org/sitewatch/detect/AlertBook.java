package org.sitewatch.detect;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitewatch.detect.segment.Hysteresis;
import org.sitewatch.detect.segment.PixelSet;

/** The alerts of one site while the looks of a period go by, in order of time. */
final class AlertBook {
  /** Two outlines this close are the same disturbance: registration is no better. */
  private static final int TOLERANCE_PX = 2;

  /** Fewer judged pixels in the control ring do not speak for the surroundings. */
  private static final int MIN_RING_PIXELS = 200;

  private static final int LETTERS = 26;

  private final SiteWindow site;
  private final DetectConfig config;
  private final String idMark;
  private final List<LiveAlert> live;
  private final List<LiveAlert> finished = new ArrayList<>();
  private final List<FrozenPatch> frozen;
  private final Map<LocalDate, Integer> raised = new HashMap<>();
  private int dropped;
  private int paddingObjects;

  AlertBook(SiteWindow site, AlertState before, DetectConfig config, String idMark) {
    this.site = site;
    this.idMark = idMark;
    this.config = config;
    live = new ArrayList<>(before.live());
    frozen = new ArrayList<>(before.frozen());
  }

  /** Sorted by id. */
  List<LiveAlert> live() {
    return live.stream().sorted(Comparator.comparing(LiveAlert::id)).toList();
  }

  /** In order of time. */
  List<FrozenPatch> frozen() {
    return List.copyOf(frozen);
  }

  /** Finished since the book was opened, or dismissed because two looks in a row were clean. */
  List<LiveAlert> finished() {
    return List.copyOf(finished);
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
    var masks = new boolean[looks.stack().looks().size()][];
    for (int look = 0; look < masks.length; look++) {
      var date = looks.look(look).date();
      for (LiveAlert alert : live) {
        if (!date.isBefore(alert.timeline().occurredTo())) {
          masks[look] = marked(masks[look], alert.pixels());
        }
      }
      for (FrozenPatch patch : frozen) {
        if (patch.covers(date)) {
          masks[look] = marked(masks[look], patch.pixels());
        }
      }
    }
    return masks;
  }

  /** Enters a look that was judged. */
  void enter(LookEvidence look) {
    var regions = regions(look);
    var touched = new ArrayList<PixelSet>();
    live.forEach(alert -> touched.add(alert.pixels().dilated(TOLERANCE_PX)));
    follow(look, regions, touched);
    for (PixelSet region : regions) {
      if (touched.stream().noneMatch(region::intersects)) {
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
        .map(region -> cut(look, region))
        .sorted(
            Comparator.comparingInt(PixelSet::size).reversed().thenComparingInt(PixelSet::first))
        .toList();
  }

  private PixelSet cut(LookEvidence look, PixelSet region) {
    return look.rule().cutsToHalfAmplitude()
        ? HalfAmplitude.of(look, region, look.rule().seed(), config.minPixels())
        : region;
  }

  private void follow(LookEvidence look, List<PixelSet> regions, List<PixelSet> touched) {
    var alerts = new ArrayList<>(live);
    live.clear();
    for (int i = 0; i < alerts.size(); i++) {
      var reach = touched.get(i);
      var alert = alerts.get(i);
      if (!look.judges(alert.pixels())) {
        live.add(alert);
      } else if (Tracking.isDisturbed(alert, look)) {
        var next = Tracking.disturbed(alert, look);
        for (PixelSet region : regions) {
          if (region.intersects(reach)
              && touched.subList(0, i).stream().noneMatch(region::intersects)) {
            next = Tracking.grown(next, region);
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
      finished.add(Tracking.withStatus(alert, Status.FINISHED, alert.alert().confidence()));
      frozen.add(new FrozenPatch(alert.pixels(), alert.timeline().occurredTo(), date));
    } else {
      finished.add(Tracking.withStatus(alert, Status.DISMISSED, alert.alert().confidence()));
      dropped++;
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
    var looks = look.looks();
    double mean = look.mean(region);
    var history = look.history(region);
    var belief = new Belief(0, FixedDecimals.of(mean), List.of(look.look().sensor()));
    var status = Tracking.status(onset.looksDisturbed(), belief, history);
    double confidence = look.rule().confidence(look, region, status, mean);
    if (confidence < look.rule().leastConfidence()) {
      return;
    }
    var timeline =
        new Timeline(
            onset.lastWithout().map(index -> looks.look(index).date()).orElse(null),
            looks.look(onset.first()).date(),
            date,
            date,
            date,
            List.of(new TracePoint(date, confidence)),
            onset.lastWithout().map(index -> looks.look(index).sceneIds().get(0)).orElse(""),
            look.look().sceneIds().get(0));
    var measures =
        new Measures(
            FixedDecimals.of(look.peak(region)),
            FixedDecimals.of(mean),
            SpectralChange.of(look, region),
            controlDelta(look),
            Double.NaN,
            onset.looksClear(),
            onset.looksDisturbed());
    var alert =
        new Alert(
            status,
            confidence,
            look.look().sensor(),
            history,
            look.historyLooks(region),
            true,
            "",
            look.rule().type(region));
    live.add(new LiveAlert(id(date), region, onset.direction(), timeline, measures, alert, belief));
  }

  private double controlDelta(LookEvidence look) {
    double sum = 0;
    int count = 0;
    for (int pixel = 0; pixel < look.evidence().length; pixel++) {
      if (site.isRing(pixel) && look.isJudged(pixel)) {
        sum += look.evidence()[pixel];
        count++;
      }
    }
    return count < MIN_RING_PIXELS ? Double.NaN : FixedDecimals.of(sum / count);
  }

  /** Regions come largest first, so the letters run by area. */
  private String id(LocalDate date) {
    int number = raised.merge(date, 1, Integer::sum);
    var letters = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('a' + (rest - 1) % LETTERS));
    }
    return site.siteId()
        + "-"
        + date.format(DateTimeFormatter.BASIC_ISO_DATE)
        + "-"
        + idMark
        + letters;
  }

  private static boolean[] marked(boolean[] mask, PixelSet pixels) {
    var marked = mask == null ? new boolean[pixels.width() * pixels.height()] : mask;
    pixels.stream().forEach(pixel -> marked[pixel] = true);
    return marked;
  }
}

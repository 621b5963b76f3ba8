package org.sitewatch.detect.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitewatch.detect.AlertState;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.KnowledgeShelf;
import org.sitewatch.detect.LiveAlert;
import org.sitewatch.detect.LookCalendar;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.Status;
import org.sitewatch.detect.TileDetector;
import org.sitewatch.detect.TileResult;
import org.sitewatch.detect.change.MaskDilation;
import org.sitewatch.detect.plant.PlantedPlace;
import org.sitewatch.detect.plant.PlantingGround;
import org.sitewatch.detect.plant.ShownLooks;
import org.sitewatch.detect.plant.Sighting;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.ZoneMask;

/** Has the detector judge the same looks again and again, with other plantings in them. */
final class PlantedJudge {
  /** Nothing is planted this close to what is raised without plantings. */
  private static final int AVOID_PX = 3;

  private final Site site;
  private final TileStack stack;
  private final AlertState before;
  private final Period period;
  private final DetectConfig config;
  private final ClassPools pools;
  private final KnowledgeShelf shelf;
  private final TileResult unplanted;

  /**
   * @param strayAlerts away from all plantings, and not raised without them
   */
  record Seen(List<Sighting> sightings, int strayAlerts) {}

  PlantedJudge(
      Site site,
      TileStack stack,
      AlertState before,
      Period period,
      DetectConfig config,
      ClassPools pools,
      KnowledgeShelf shelf) {
    this.site = site;
    this.stack = stack;
    this.before = before;
    this.period = period;
    this.config = config;
    this.pools = pools;
    this.shelf = shelf;
    unplanted = judged(stack);
  }

  private TileResult judged(TileStack looks) {
    return TileDetector.detect(
        site, looks, before, period, config, pools, "", ObjectLog.NONE, shelf);
  }

  /** How far the looks of the period lay off their history, by id. */
  Map<String, LookShift> shifts() {
    var shifts = new TreeMap<String, LookShift>();
    for (LookOutcome outcome : unplanted.findings().outcomes()) {
      if (outcome instanceof LookOutcome.Seen seen) {
        shifts.put(seen.lookId(), seen.shift());
      }
    }
    return shifts;
  }

  PlantingGround ground(double pixel_m, byte[] zones, ShownLooks looks, LookCalendar calendar) {
    var inside = new boolean[zones.length];
    for (int pixel = 0; pixel < zones.length; pixel++) {
      inside[pixel] = zones[pixel] != ZoneMask.OUTSIDE;
    }
    var raised = new boolean[zones.length];
    unplanted.state().raised().forEach(a -> a.pixels().stream().forEach(p -> raised[p] = true));
    var taken = new boolean[zones.length];
    MaskDilation.dilate(raised, stack.grid().width(), stack.grid().height(), AVOID_PX, taken);
    return new PlantingGround(
        stack.grid().width(),
        stack.grid().height(),
        pixel_m,
        inside,
        taken,
        looks,
        calendar::clear);
  }

  /** What is raised on plantings within so many clear looks, and stays. */
  Seen seen(TileStack planted, List<PlantedPlace> places, int withinLooks) {
    List<LiveAlert> alerts = judged(planted).state().raised().toList();
    var sightings = new ArrayList<Sighting>();
    for (PlantedPlace place : places) {
      int looks =
          alerts.stream()
              .filter(alert -> alert.alert().status() != Status.DISMISSED)
              .filter(alert -> alert.pixels().intersects(place.footprint()))
              .map(alert -> alert.timeline().alertedOn())
              .filter(day -> !day.isBefore(date(place.planting().firstLook())))
              .mapToInt(day -> clearLooksUntil(place, day))
              .min()
              .orElse(0);
      sightings.add(new Sighting(place.planting().cell(), looks > withinLooks ? 0 : looks));
    }
    List<PixelSet> known = unplanted.state().raised().map(LiveAlert::pixels).toList();
    long stray =
        alerts.stream()
            .map(LiveAlert::pixels)
            .filter(pixels -> places.stream().noneMatch(p -> p.footprint().intersects(pixels)))
            .filter(pixels -> known.stream().noneMatch(pixels::intersects))
            .count();
    return new Seen(sightings, (int) stray);
  }

  private int clearLooksUntil(PlantedPlace place, LocalDate day) {
    long looks = place.clearLooks().stream().filter(look -> !date(look).isAfter(day)).count();
    return (int) Math.max(1, looks);
  }

  private LocalDate date(int look) {
    return stack.looks().get(look).date();
  }
}

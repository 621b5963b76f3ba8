package org.sitewatch.detect.job;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitewatch.detect.History;
import org.sitewatch.detect.KnowledgeShelf;
import org.sitewatch.detect.LookCalendar;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.plant.FloorTable;
import org.sitewatch.detect.plant.PlantedPlace;
import org.sitewatch.detect.plant.PlantedStack;
import org.sitewatch.detect.plant.Planting;
import org.sitewatch.detect.plant.PlantingPlan;
import org.sitewatch.detect.plant.SensorFloors;
import org.sitewatch.detect.plant.ShownLooks;
import org.sitewatch.detect.plant.Sighting;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.detect.radar.Decibels;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReader;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.ZoneMask;

/**
 * One task of {@link SimulationJob}: reads a site's stacks as {@link SiteExamination} does, plants
 * into copies of them and has the detector judge these. What happens anyway is known from the same
 * looks without plantings.
 */
final class SiteSimulation {
  private static final int SHORT_LOOKS = 3;

  private final DetectTask task;
  private final SceneCatalog catalog;
  private final SimulationPlan plan;

  SiteSimulation(DetectTask task, SceneCatalog catalog, SimulationPlan plan) {
    this.task = task;
    this.catalog = catalog;
    this.plan = plan;
  }

  SiteFloors floors() {
    var sensors = new ArrayList<SensorFloors>();
    for (SiteView view : task.views()) {
      try {
        sensors.add(simulate(view));
      } catch (UserException problem) {
        if (problem.exitCode() == ExitCode.INTEGRITY) {
          throw problem;
        }
        sensors.add(new SensorFloors.Failed(view.series(), problem.getMessage()));
      }
    }
    return new SiteFloors(task.site().id(), sensors);
  }

  private SensorFloors simulate(SiteView view) {
    StackReading reading = StackReader.read(view, catalog, plan.store(), plan.until());
    TileStack stack = reading.stack();
    if (stack.looks().isEmpty() && !reading.failures().isEmpty()) {
      return new SensorFloors.Failed(view.series(), reading.failures().get(0).reason());
    }
    if (!stack.bands().isEmpty() && stack.bands().stream().allMatch(Decibels::isRadar)) {
      return new SensorFloors.NotSupported(
          view.series(), "radar: what a disturbance does to backscatter is not modelled");
    }
    if (!stack.isCalibrated()) {
      return new SensorFloors.NotSupported(
          view.series(),
          "values are not calibrated, so that a planted change has no size; declare scale and"
              + " offset with the scenes");
    }
    var calendar = LookCalendar.of(stack, plan.config());
    byte[] zones = ZoneMask.of(task.site(), stack.grid()).codes();
    Set<Integer> clear =
        calendar.usable().stream()
            .filter(look -> isClear(calendar.clear(look), zones))
            .collect(Collectors.toSet());
    var shown = ShownLooks.of(stretches(calendar), clear::contains, plan.looks());
    if (shown.isEmpty()) {
      return new SensorFloors.NotSupported(
          view.series(), "no clear look up to " + plan.until() + " has an earlier one");
    }
    return simulate(view, reading, calendar, zones, shown);
  }

  private SensorFloors simulate(
      SiteView view, StackReading reading, LookCalendar calendar, byte[] zones, ShownLooks shown) {
    TileStack stack = reading.stack();
    int first = shown.looks().get(0);
    int last = shown.looks().get(shown.looks().size() - 1);
    var period =
        new Period(stack.looks().get(first).date().minusDays(1), stack.looks().get(last).date());
    var judge =
        new PlantedJudge(
            task.site(),
            stack,
            StartState.watching(view, reading, task.earlier(), plan, period.since()),
            period,
            plan.config(),
            plan.pools().others(task.site().id(), view.series()),
            new KnowledgeInHand(shelf(view, reading)));
    var sampling = StackSampling.of(view, catalog, stack, judge.shifts());
    var ground = judge.ground(sampling.pixel_m(), zones, shown, calendar);
    List<List<PlantedPlace>> runs =
        PlantingPlan.of(ground, FloorTable.cells(), plan.replicates(), seed(view));
    var sightings = new ArrayList<Sighting>();
    int stray = 0;
    for (List<PlantedPlace> run : runs) {
      List<Planting> plantings = run.stream().map(PlantedPlace::planting).toList();
      var seen = judge.seen(PlantedStack.of(stack, sampling, plantings), run, shown.wanted());
      sightings.addAll(seen.sightings());
      stray += seen.strayAlerts();
    }
    var effort =
        new SensorFloors.Effort(
            StateBasis.of(view, reading, plan.config(), plan.until()),
            StateBasis.ofModel(view, reading, plan.config(), calendar.modelDay(first)),
            history(calendar, first),
            stack.looks().get(first).date(),
            stack.looks().get(last).date(),
            shown.looks().size(),
            runs.size(),
            sightings.size(),
            stray);
    return new SensorFloors.Simulated(view.series(), effort, FloorTable.floors(sightings));
  }

  /** Looks that can be judged, parted where another model takes over. */
  private static List<List<Integer>> stretches(LookCalendar calendar) {
    var stretches = new ArrayList<List<Integer>>();
    var model = Optional.of(LocalDate.MIN);
    for (int look : calendar.usable()) {
      Optional<LocalDate> its = calendar.modelDay(look);
      if (!model.equals(its)) {
        stretches.add(new ArrayList<>());
        model = its;
      }
      stretches.get(stretches.size() - 1).add(look);
    }
    return stretches;
  }

  private static boolean isClear(boolean[] clear, byte[] zones) {
    int inside = 0;
    int seen = 0;
    for (int pixel = 0; pixel < clear.length; pixel++) {
      if (zones[pixel] != ZoneMask.OUTSIDE) {
        inside++;
        seen += clear[pixel] ? 1 : 0;
      }
    }
    return inside > 0 && 2 * seen >= inside;
  }

  private static History history(LookCalendar calendar, int first) {
    if (calendar.modelDay(first).isPresent()) {
      return History.LONG;
    }
    long before = calendar.usable().stream().filter(look -> look < first).count();
    return before >= SHORT_LOOKS ? History.SHORT : History.PAIR;
  }

  private KnowledgeShelf shelf(SiteView view, StackReading reading) {
    Path folder =
        Path.of(plan.modelFolder())
            .resolve(Tile.siteKey(task.site().id()))
            .resolve(Tile.siteKey(view.series()));
    var nothing = KnownLooksFile.anew(folder.resolve("looks.known"), plan.config());
    return new ModelFolder(
        folder, nothing, day -> StateBasis.of(view, reading, plan.config(), day));
  }

  /** The same for a site and sensor on every day. */
  private long seed(SiteView view) {
    String name = task.site().id() + "\n" + view.series();
    byte[] digest = HexFormat.of().parseHex(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
    return ByteBuffer.wrap(digest).getLong();
  }
}

package org.sitewatch.report.floor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.plant.DetectionFloor;
import org.sitewatch.detect.plant.FloorSentence;
import org.sitewatch.detect.plant.KeptFloors;
import org.sitewatch.detect.plant.PlantKind;
import org.sitewatch.detect.plant.SensorFloors;

/** Puts a kept floor into the words of a run: what of it holds, what is stale, what is missing. */
public final class FloorReading {
  private final FloorCheck check;
  private final KeptFloors kept;
  private final boolean named;
  private final List<String> sentences = new ArrayList<>();
  private final List<String> briefs = new ArrayList<>();
  private final Map<PlantKind, Integer> areas_m2 = new EnumMap<>(PlantKind.class);
  private LocalDate until;
  private boolean measured;
  private boolean stale;

  private FloorReading(FloorCheck check, KeptFloors kept) {
    this.check = check;
    this.kept = kept;
    named = kept.site().sensors().size() + check.missing(kept.site().sensors()).size() > 1;
  }

  /**
   * @param file the site's
   * @param settings of the run, by name
   * @param models by which the run judges the site, by series
   * @param until last day of the run
   */
  public static SiteFloor of(
      FloorFile file,
      SortedMap<String, String> settings,
      SortedMap<String, ModelBasis> models,
      LocalDate until) {
    if (file.kept().isEmpty()) {
      return SiteFloor.broken(file.fault());
    }
    var reading = new FloorReading(new FloorCheck(settings, models, until), file.kept().get());
    return reading.read();
  }

  private SiteFloor read() {
    for (SensorFloors sensor : kept.site().sensors()) {
      if (sensor instanceof SensorFloors.Simulated simulated) {
        read(simulated);
      } else if (sensor instanceof SensorFloors.NotSupported not) {
        add(sensor.series(), "Not measured: " + not.reason() + ".", "not measured");
      } else if (sensor instanceof SensorFloors.Failed failed) {
        add(sensor.series(), "Not measured: " + failed.reason() + ".", "not measured");
      }
    }
    for (String series : check.missing(kept.site().sensors())) {
      add(series, SiteFloor.NONE.sentence(), SiteFloor.NONE.brief());
    }
    if (sentences.isEmpty()) {
      return SiteFloor.NONE;
    }
    return new SiteFloor(
        stale ? FloorState.STALE : measured ? FloorState.MEASURED : FloorState.NOT_MEASURED,
        String.join(" ", sentences),
        String.join("; ", briefs),
        until,
        stale ? Map.of() : areas_m2);
  }

  private void read(SensorFloors.Simulated sensor) {
    String sentence = FloorSentence.of(sensor.floors());
    String brief = FloorSentence.brief(sensor.floors());
    List<String> differences = check.differences(sensor, kept.settings());
    LocalDate its = sensor.effort().until();
    if (differences.isEmpty()) {
      measured = true;
      sensor.floors().forEach(this::keepSmallest);
      add(sensor.series(), sentence, brief);
    } else {
      stale = true;
      String how = "measured up to %s, %s".formatted(its, String.join(", ", differences));
      add(
          sensor.series(),
          "Stale (%s; run 'sitewatch simulate'): %s".formatted(how, sentence),
          "stale (measured up to %s): %s".formatted(its, brief));
    }
    until = until == null || its.isAfter(until) ? its : until;
  }

  private void keepSmallest(DetectionFloor floor) {
    if (floor.strength() == 1 && floor.floor_m2().isPresent()) {
      areas_m2.merge(floor.kind(), floor.floor_m2().getAsInt(), Math::min);
    }
  }

  private void add(String series, String sentence, String brief) {
    sentences.add(named ? series + ": " + sentence : sentence);
    briefs.add(named ? series + ": " + brief : brief);
  }
}

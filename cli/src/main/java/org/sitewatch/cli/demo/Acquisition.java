package org.sitewatch.cli.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * One pass of the satellite and the weather on that day.
 *
 * @param cloudCover share of the frame under layered cloud, 0 to 1
 * @param cumulus share of the frame's cells that hold a small cloud, 0 to 1
 * @param haze reflectance that haze adds in the blue, about 0 to 0.04
 * @param moisture of the topsoil, 0 dry to 1 soaked
 * @param snow share of the frame under snow, 0 to 1
 * @param isAtSwathEdge whether a wedge of the frame lies beyond the swath
 */
record Acquisition(
    LocalDate date,
    double cloudCover,
    double cumulus,
    double haze,
    double moisture,
    double snow,
    boolean isAtSwathEdge) {

  /** No pass is displaced by more, in pixels along either axis. */
  private static final double MAX_SHIFT_PX = 0.4;

  private static final double GAIN_SPREAD = 0.02;
  private static final double OFFSET_SPREAD = 0.004;

  /**
   * The passes over the whole valley, first to last: 13 of history over less than a year and a
   * half, then 10 in the scanned weeks.
   */
  static List<Acquisition> plan() {
    return List.of(
        on("2023-05-03", 0.28, 0.05, .015, .10, .00),
        on("2023-05-23", 0.04, 0.10, .010, .25, .00),
        on("2023-06-12", 0.12, 0.12, .020, .15, .00),
        on("2023-07-02", 0.42, 0.10, .028, .45, .00),
        on("2023-08-21", 0.15, 0.08, .018, .30, .00),
        on("2023-09-10", 0.02, 0.04, .007, .10, .00),
        on("2023-09-30", 0.12, 0.03, .010, .15, .00),
        on("2023-10-20", 0.05, 0.00, .005, .20, .00),
        on("2024-05-12", 0.03, 0.06, .009, .10, .00),
        on("2024-06-11", 0.33, 0.10, .022, .30, .00),
        on("2024-07-06", 0.08, 0.14, .016, .40, .00),
        on("2024-08-15", 0.06, 0.10, .012, .20, .00),
        on("2024-08-30", 0.15, 0.06, .011, .10, .00),
        on("2024-09-11", 0.02, 0.05, .008, .10, .00),
        on("2024-09-14", 0.26, 0.04, .016, .10, .00),
        on("2024-09-19", 0.07, 0.08, .009, .05, .00),
        on("2024-09-24", 0.10, 0.05, .012, .95, .00),
        on("2024-09-27", 0.05, 0.06, .007, .40, .00),
        on("2024-10-01", 0.30, 0.02, .018, .25, .00),
        on("2024-10-04", 0.03, 0.05, .006, .15, .00),
        onSwathEdge("2024-10-09", 0.06, 0.03, .009),
        on("2024-10-14", 0.14, 0.02, .010, .15, .00),
        on("2024-10-19", 0.04, 0.02, .006, .20, .00));
  }

  private static Acquisition on(
      String day, double cloud, double cumulus, double haze, double moisture, double snow) {
    return new Acquisition(LocalDate.parse(day), cloud, cumulus, haze, moisture, snow, false);
  }

  private static Acquisition onSwathEdge(String day, double cloud, double cumulus, double haze) {
    return new Acquisition(LocalDate.parse(day), cloud, cumulus, haze, 0.1, 0, true);
  }

  /** The key of everything random about this pass. */
  long key(String what) {
    return CounterNoise.key(CounterNoise.key(DemoWorld.SEED, what), date.toEpochDay());
  }

  String id() {
    var day = date.toString().replace("-", "");
    return String.format(Locale.ROOT, "S2%s_48TUT_%s_0_L2A", isSatelliteA() ? "A" : "B", day);
  }

  String platform() {
    return isSatelliteA() ? "sentinel-2a" : "sentinel-2b";
  }

  private boolean isSatelliteA() {
    return date.toEpochDay() % 2 == 0;
  }

  /** Start of the pass, UTC. */
  LocalDateTime time() {
    return date.atTime(4, 6).plusSeconds((long) CounterNoise.uniform(key("time"), 1, 0, 240));
  }

  /** The time as STAC writes it. */
  String datetime() {
    return time().atOffset(ZoneOffset.UTC).toInstant().toString();
  }

  double gain(int band) {
    return 1 + GAIN_SPREAD * CounterNoise.normal(CounterNoise.key(key("gain"), band));
  }

  double offset(int band) {
    return OFFSET_SPREAD * CounterNoise.normal(CounterNoise.key(key("offset"), band));
  }

  /** How far the image lies east of the truth, in pixels. */
  double shiftEast_px() {
    return CounterNoise.uniform(key("shift"), 1, -MAX_SHIFT_PX, MAX_SHIFT_PX);
  }

  double shiftSouth_px() {
    return CounterNoise.uniform(key("shift"), 2, -MAX_SHIFT_PX, MAX_SHIFT_PX);
  }
}

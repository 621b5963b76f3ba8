package org.sitewatch.detect.plant;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * From which size on a kind of disturbance is seen at a site.
 *
 * @param strength share of the full contrast, above 0 to 1
 * @param sizes smallest first
 * @param area_m2 smallest size from which at least 80 % are seen, 0 if there is none; read it by
 *     {@link #floor_m2()}
 * @param medianLooks clear looks until half of the seen ones from that size up were raised, NaN
 *     without a floor
 */
public record DetectionFloor(
    PlantKind kind, double strength, List<SizeShare> sizes, int area_m2, double medianLooks)
    implements Serializable {
  private static final double SEEN_SHARE = 0.8;

  /** A size with fewer plantings says nothing. */
  static final int LEAST_PLANTED = 3;

  public DetectionFloor {
    sizes = List.copyOf(sizes);
    if (area_m2 != 0 && !(kind.sizes_m2().contains(area_m2) && medianLooks >= 1)) {
      throw new IllegalArgumentException(
          "a floor of "
              + kind.label()
              + " must be one of "
              + kind.sizes_m2()
              + " m² within 1 clear look or more, got "
              + area_m2
              + " m² within "
              + medianLooks);
    }
  }

  /** From all plantings at a site, those of one kind and strength. */
  static DetectionFloor of(PlantKind kind, double strength, List<Sighting> sightings) {
    List<Sighting> own =
        sightings.stream()
            .filter(s -> s.cell().kind() == kind && s.cell().strength() == strength)
            .toList();
    List<SizeShare> sizes =
        kind.sizes_m2().stream()
            .map(area_m2 -> share(area_m2, own.stream().filter(s -> s.cell().area_m2() == area_m2)))
            .toList();
    List<SizeShare> spoken =
        sizes.stream().filter(size -> size.planted() >= LEAST_PLANTED).toList();
    double[] rising = rising(spoken);
    for (int i = 0; i < rising.length; i++) {
      if (rising[i] >= SEEN_SHARE) {
        int floor_m2 = spoken.get(i).area_m2();
        return new DetectionFloor(
            kind,
            strength,
            sizes,
            floor_m2,
            medianLooks(own.stream().filter(s -> s.cell().area_m2() >= floor_m2).toList()));
      }
    }
    return new DetectionFloor(kind, strength, sizes, 0, Double.NaN);
  }

  /** Empty if no planted size was seen often enough. */
  public OptionalInt floor_m2() {
    return area_m2 == 0 ? OptionalInt.empty() : OptionalInt.of(area_m2);
  }

  /** The largest size with enough plantings to tell, empty without any. */
  public OptionalInt largest_m2() {
    return sizes.stream()
        .filter(size -> size.planted() >= LEAST_PLANTED)
        .mapToInt(SizeShare::area_m2)
        .max();
  }

  private static SizeShare share(int area_m2, java.util.stream.Stream<Sighting> sightings) {
    List<Sighting> all = sightings.toList();
    int seen = (int) all.stream().filter(Sighting::isSeen).count();
    return new SizeShare(area_m2, all.size(), seen, medianLooks(all));
  }

  /** The lower median of the seen ones, NaN without any. */
  private static double medianLooks(List<Sighting> sightings) {
    int[] looks =
        sightings.stream()
            .filter(Sighting::isSeen)
            .mapToInt(Sighting::raisedAfter)
            .sorted()
            .toArray();
    return looks.length == 0 ? Double.NaN : looks[(looks.length - 1) / 2];
  }

  /**
   * The shares as a series that never falls: neighbours that do are pooled (pool adjacent
   * violators), so that one planting that was missed by chance does not lift the floor to the
   * largest size.
   */
  private static double[] rising(List<SizeShare> sizes) {
    var pools = new ArrayList<int[]>();
    for (SizeShare size : sizes) {
      pools.add(new int[] {size.seen(), size.planted(), 1});
      for (int last = pools.size() - 1; last > 0; last--) {
        int[] upper = pools.get(last);
        int[] lower = pools.get(last - 1);
        if ((long) upper[0] * lower[1] >= (long) lower[0] * upper[1]) {
          break;
        }
        for (int i = 0; i < lower.length; i++) {
          lower[i] += upper[i];
        }
        pools.remove(last);
      }
    }
    return pools.stream()
        .flatMapToDouble(
            pool ->
                java.util.stream.DoubleStream.generate(() -> (double) pool[0] / pool[1])
                    .limit(pool[2]))
        .toArray();
  }
}

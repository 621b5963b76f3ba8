package org.sitewatch.detect.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.sitewatch.detect.change.MaskDilation;
import org.sitewatch.detect.segment.PixelSet;

/**
 * Lays plantings out over a site in as few runs as their distance allows: what is further apart
 * than the ring an object is compared with does not disturb its neighbour, and a run that changes
 * little of its window leaves the scene's statistics what they are.
 */
public final class PlantingPlan {
  /** Between two footprints; the ring around an object ends at 8 pixels. */
  static final int APART_PX = 9;

  /** Of the window's pixels, in one run. */
  private static final double GREATEST_SHARE = 0.04;

  /** A site of a few pixels would need hundreds: then cells have fewer replicates. */
  private static final int MOST_RUNS = 40;

  private static final int TRIES = 25;
  private static final int FAILED_IN_A_ROW = 25;
  private static final double LEAST_COVER = 0.05;
  private static final double WHOLE = 0.999;
  private static final int TOUCH_PX = 1;

  /** A place that is masked more often than this would tell of the mask. */
  private static final double CLEAR_SHARE = 0.6;

  private final PlantingGround ground;
  private final Random random;

  private record Item(Planting.Cell cell, long seed) {}

  private PlantingPlan(PlantingGround ground, long seed) {
    this.ground = ground;
    random = new Random(seed);
  }

  /**
   * @param replicates of each cell
   * @return by run; fewer than asked for where the site has no room
   */
  public static List<List<PlantedPlace>> of(
      PlantingGround ground, List<Planting.Cell> cells, int replicates, long seed) {
    return new PlantingPlan(ground, seed).runs(cells, replicates);
  }

  private List<List<PlantedPlace>> runs(List<Planting.Cell> cells, int replicates) {
    var items = new ArrayList<Item>();
    for (int replicate = 0; replicate < replicates; replicate++) {
      var shuffled = new ArrayList<>(cells);
      Collections.shuffle(shuffled, random);
      shuffled.forEach(cell -> items.add(new Item(cell, random.nextLong())));
    }
    var runs = new ArrayList<List<PlantedPlace>>();
    while (!items.isEmpty() && runs.size() < MOST_RUNS) {
      List<PlantedPlace> run = run(items);
      if (run.isEmpty()) {
        break;
      }
      runs.add(run);
    }
    return runs;
  }

  /** Takes what it places from the items. */
  private List<PlantedPlace> run(List<Item> items) {
    boolean[] taken = ground.taken.clone();
    double room_m2 = GREATEST_SHARE * taken.length * ground.pixel_m * ground.pixel_m;
    var placed = new ArrayList<PlantedPlace>();
    int failed = 0;
    for (Iterator<Item> left = items.iterator(); left.hasNext() && failed < FAILED_IN_A_ROW; ) {
      Item item = left.next();
      int area_m2 = item.cell().area_m2();
      Optional<PlantedPlace> place =
          area_m2 <= room_m2 || placed.isEmpty() ? place(item, taken) : Optional.empty();
      failed = place.isEmpty() ? failed + 1 : 0;
      if (place.isPresent()) {
        placed.add(place.get());
        room_m2 -= area_m2;
        take(taken, place.get().footprint());
        left.remove();
      }
    }
    return placed;
  }

  private void take(boolean[] taken, PixelSet footprint) {
    var mask = new boolean[taken.length];
    footprint.stream().forEach(pixel -> mask[pixel] = true);
    var wide = new boolean[taken.length];
    MaskDilation.dilate(mask, ground.width, ground.height, APART_PX - TOUCH_PX, wide);
    for (int pixel = 0; pixel < taken.length; pixel++) {
      taken[pixel] |= wide[pixel];
    }
  }

  private Optional<PlantedPlace> place(Item item, boolean[] taken) {
    var points = ShapePoints.of(item.cell(), item.seed());
    for (int i = 0; i < TRIES; i++) {
      var planting =
          new Planting(
              item.cell(),
              item.seed(),
              ground.width * random.nextDouble(),
              ground.height * random.nextDouble(),
              Math.PI * random.nextDouble(),
              ground.looks.looks().get(random.nextInt(ground.looks.starts())));
      int middle = (int) planting.row() * ground.width + (int) planting.column();
      if (ground.inside[middle] && !taken[middle]) {
        Optional<PlantedPlace> place = place(planting, points, taken);
        if (place.isPresent()) {
          return place;
        }
      }
    }
    return Optional.empty();
  }

  /** Empty if it does not lie well: in the window, mostly in the zones, apart, and seen. */
  private Optional<PlantedPlace> place(Planting planting, ShapePoints points, boolean[] taken) {
    var shares = new double[taken.length];
    double all = 0;
    for (ShapePoints.Points layer : points.layers()) {
      var cover = CoverMap.of(planting, layer, ground.pixel_m, GroundSampling.Shift.NONE, 0);
      cover.forEach(ground.width, ground.height, (pixel, share) -> shares[pixel] += share);
      all += cover.sum();
    }
    int[] core = pixels(shares);
    double zone =
        Arrays.stream(core).filter(p -> ground.inside[p]).mapToDouble(p -> shares[p]).sum();
    boolean whole = Arrays.stream(shares).sum() > WHOLE * all;
    if (core.length == 0 || !whole || zone < all / 2) {
      return Optional.empty();
    }
    var footprint = widened(core);
    List<Integer> clear = ground.clearLooks(planting.firstLook(), core);
    long shown = ground.looks.looks().stream().filter(look -> look >= planting.firstLook()).count();
    boolean seen =
        clear.size() >= Math.max(1, CLEAR_SHARE * Math.min(ground.looks.wanted(), shown));
    return seen && footprint.stream().noneMatch(pixel -> taken[pixel])
        ? Optional.of(new PlantedPlace(planting, footprint, clear))
        : Optional.empty();
  }

  private static int[] pixels(double[] shares) {
    return java.util.stream.IntStream.range(0, shares.length)
        .filter(pixel -> shares[pixel] >= LEAST_COVER)
        .toArray();
  }

  private PixelSet widened(int[] pixels) {
    var mask = new boolean[ground.inside.length];
    for (int pixel : pixels) {
      mask[pixel] = true;
    }
    var wide = new boolean[mask.length];
    MaskDilation.dilate(mask, ground.width, ground.height, TOUCH_PX, wide);
    return PixelSet.of(ground.width, ground.height, pixelsOf(wide));
  }

  private static int[] pixelsOf(boolean[] mask) {
    return java.util.stream.IntStream.range(0, mask.length).filter(p -> mask[p]).toArray();
  }
}

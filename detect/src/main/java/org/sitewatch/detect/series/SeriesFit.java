package org.sitewatch.detect.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Learns a {@link SeriesModel} from the history of a site. */
public final class SeriesFit {
  /** The null year is the last of the history. */
  private static final double YEAR_DAYS = 365;

  private SeriesFit() {}

  /**
   * @param history in order of time; values of pixels that must not be learnt from are not clear
   * @return empty if the history is too short or too clouded to tell what is usual
   */
  public static Optional<SeriesModel> fit(
      List<RegisteredLook> history, OpticalBands roles, int width, int height) {
    if (history.size() < HarmonicModel.LOOKS_TO_JUDGE) {
      return Optional.empty();
    }
    SeenPart part = SeenPart.of(history, width, height);
    return part.isWhole()
        ? fitWhole(history, roles, width, height)
        : fitWhole(history.stream().map(part::cut).toList(), roles, part.columns(), part.rows())
            .map(model -> model.whole(part));
  }

  private static Optional<SeriesModel> fitWhole(
      List<RegisteredLook> history, OpticalBands roles, int width, int height) {
    var cube = new float[history.size()][][];
    var valid = new boolean[history.size()][];
    for (int i = 0; i < cube.length; i++) {
      cube[i] = history.get(i).values();
      valid[i] = history.get(i).clear();
    }
    double[] days = history.stream().mapToDouble(RegisteredLook::day).toArray();
    var first = new Background(harmonic(days, cube, valid), roles, width, height);
    var looks = new ArrayList<RegisteredLook>();
    for (int i = 0; i < cube.length; i++) {
      Residuals seen = first.compare(history.get(i));
      if (seen.screened().usable()) {
        cube[looks.size()] = seen.normalised();
        valid[looks.size()] = seen.screened().valid();
        looks.add(history.get(i));
      }
    }
    if (looks.size() < HarmonicModel.LOOKS_TO_JUDGE) {
      return Optional.empty();
    }
    return refit(looks, Arrays.copyOf(cube, looks.size()), valid, roles, width, height);
  }

  /** Once more, from looks that are on one scale and free of cloud. */
  private static Optional<SeriesModel> refit(
      List<RegisteredLook> looks,
      float[][][] normalised,
      boolean[][] valid,
      OpticalBands roles,
      int width,
      int height) {
    double[] days = looks.stream().mapToDouble(RegisteredLook::day).toArray();
    var background = new Background(harmonic(days, normalised, valid), roles, width, height);
    var screened = new ArrayList<ScreenedLook>();
    var z = new ArrayList<float[][]>();
    for (int i = 0; i < days.length; i++) {
      Residuals seen = background.compare(looks.get(i));
      if (seen.screened().usable()) {
        seen.standardise(background.model(), normalised[i]);
        screened.add(seen.screened());
        z.add(normalised[i]);
      }
    }
    return learn(background, screened, z.toArray(float[][][]::new), width, height);
  }

  private static Optional<SeriesModel> learn(
      Background background, List<ScreenedLook> looks, float[][][] z, int width, int height) {
    if (z.length < HarmonicModel.LOOKS_TO_JUDGE) {
      return Optional.empty();
    }
    double[] days = looks.stream().mapToDouble(ScreenedLook::day).toArray();
    boolean[][] valid = looks.stream().map(ScreenedLook::valid).toArray(boolean[][]::new);
    Noise noise = Noise.learn(z, valid, days, width, height);
    double nullFrom = days[days.length - 1] - YEAR_DAYS;
    var vectors = new ArrayList<LookVectors>();
    for (int i = 0; i < days.length; i++) {
      if (days[i] >= nullFrom - WindowEvidence.OLDEST_DAYS) {
        vectors.add(noise.vectors(z[i], looks.get(i)));
      }
    }
    double[] scale =
        NeighbourhoodSum.nullScale(vectors.stream().filter(v -> v.day() >= nullFrom).toList());
    vectors.forEach(look -> look.divideW(scale));
    Optional<NullYear> single = NullYear.of(vectors, nullFrom, false, width, height);
    Optional<NullYear> smoothed = NullYear.of(vectors, nullFrom, true, width, height);
    if (single.isEmpty() || smoothed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new SeriesModel(background, noise, scale, single.get(), smoothed.get()));
  }

  private static HarmonicModel harmonic(double[] days, float[][][] values, boolean[][] valid) {
    int[] all = new int[values.length];
    Arrays.setAll(all, i -> i);
    return HarmonicFit.fit(days, values, valid, all);
  }
}

package org.sitewatch.detect.plant;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The looks that show planted ground: of all that one model judges, the newest.
 *
 * @param looks indices in the stack, in order of time
 * @param starts the first so many of them are the looks a planting may begin with
 * @param wanted clear looks after which a planting counts as not seen
 */
public record ShownLooks(List<Integer> looks, int starts, int wanted) {
  /** Plantings begin at up to so many clear looks, so that not all meet the same weather. */
  private static final int STARTS = 5;

  public ShownLooks {
    looks = List.copyOf(looks);
    if (wanted < 1 || starts < 0 || starts > looks.size()) {
      throw new IllegalArgumentException(
          starts + " starts in " + looks.size() + " looks, " + wanted + " wanted");
    }
  }

  /**
   * @param stretches of the looks that can be judged, by the model that judges them, in order of
   *     time; the first look of all is history only
   * @param isClear whether a look shows most of the site
   * @param wanted clear looks, at least 1
   * @return in the newest stretch of enough clear looks, or else in the longest; without looks if
   *     there is no clear look with an earlier one
   */
  public static ShownLooks of(List<List<Integer>> stretches, IntPredicate isClear, int wanted) {
    List<Integer> best = List.of();
    for (int i = stretches.size() - 1; i >= 0 && count(best, isClear) < wanted; i--) {
      List<Integer> stretch = stretches.get(i);
      List<Integer> after = i == 0 ? stretch.subList(1, stretch.size()) : stretch;
      if (count(after, isClear) > count(best, isClear)) {
        best = after;
      }
    }
    List<Integer> stretch = best;
    int from =
        IntStream.rangeClosed(0, stretch.size())
            .filter(i -> count(stretch.subList(i, stretch.size()), isClear) < wanted + STARTS)
            .findFirst()
            .orElse(0);
    List<Integer> looks = stretch.subList(from, stretch.size());
    int clear = count(looks, isClear);
    long starts =
        IntStream.range(0, looks.size())
            .filter(i -> count(looks.subList(i, looks.size()), isClear) >= Math.min(wanted, clear))
            .count();
    return new ShownLooks(clear == 0 ? List.of() : looks, clear == 0 ? 0 : (int) starts, wanted);
  }

  private static int count(List<Integer> looks, IntPredicate isClear) {
    return (int) looks.stream().filter(isClear::test).count();
  }

  public boolean isEmpty() {
    return looks.isEmpty();
  }
}

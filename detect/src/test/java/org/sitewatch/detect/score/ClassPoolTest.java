package org.sitewatch.detect.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ClassPool.Member;
import org.sitewatch.sites.LandCover;

class ClassPoolTest {
  private static final String S2 = "sentinel-2-l2a";

  private static ClassRate rate(double perYear, int siteYears) {
    var rates = new double[ProbabilityRate.COUNT];
    Arrays.fill(rates, perYear);
    return new ClassRate(rates, siteYears);
  }

  private static Member member(String site, String series, LandCover cover, int raised) {
    return new Member(site, series, cover, Collections.nCopies(ProbabilityRate.COUNT, raised));
  }

  private static final ClassPool POOL =
      new ClassPool(
          List.of(
              member("b", S2, LandCover.GRASS, 6),
              member("a", S2, LandCover.GRASS, 0),
              member("c", S2, LandCover.CROP, 40),
              member("d", "landsat-c2-l2", LandCover.GRASS, 90)));

  private static void checkRate(double perYear, int siteYears, ClassRate rate) {
    assertEquals(perYear, rate.perYear(0), 1e-12);
    assertEquals(perYear, rate.perYear(ProbabilityRate.COUNT - 1), 1e-12);
    assertEquals(siteYears, rate.siteYears());
  }

  @Test
  void everySiteYearWeighsTheSame() {
    checkRate(2.4, 5, POOL.others("z", S2).rate(rate(2, 3), LandCover.GRASS));
    checkRate(11.5, 4, POOL.others("z", S2).rate(rate(2, 3), LandCover.CROP));
    checkRate(2, 3, POOL.others("z", S2).rate(rate(2, 3), LandCover.BARE));
    checkRate(2, 3, ClassPool.EMPTY.rate(rate(2, 3), LandCover.GRASS));
  }

  @Test
  void aSiteIsNotItsOwnNeighbourAndOtherSensorsDoNotCompare() {
    checkRate(1.5, 4, POOL.others("b", S2).rate(rate(2, 3), LandCover.GRASS));
    checkRate(24, 4, POOL.others("b", "landsat-c2-l2").rate(rate(2, 3), LandCover.GRASS));
  }

  @Test
  void aClassOfOneTrainingSiteIsNotBelieved() {
    var rates =
        new NullRates(Map.of(LandCover.BARE, rate(9, 1), LandCover.GRASS, rate(1, 2)), rate(3, 6));
    checkRate(3, 6, rates.of(LandCover.BARE));
    checkRate(1, 2, rates.of(LandCover.GRASS));
    checkRate(3, 6, rates.of(LandCover.CROP));
    checkRate(3, 6, rates.of(LandCover.UNKNOWN));
  }

  @Test
  void aPoolHoldsForItsYear() {
    var pools = new ClassPools(new TreeMap<>(Map.of(2024, POOL)));
    assertEquals(POOL, pools.on(LocalDate.of(2024, 1, 1)));
    assertEquals(POOL, pools.on(LocalDate.of(2024, 10, 1)));
    assertEquals(ClassPool.EMPTY, pools.on(LocalDate.of(2025, 1, 1)));
    assertEquals(ClassPools.NONE, pools.upTo(LocalDate.of(2023, 12, 31)));
    assertEquals(pools, pools.upTo(LocalDate.of(2024, 1, 1)));
  }

  @Test
  void theOrderOfSitesDoesNotMatter() {
    var members = new java.util.ArrayList<>(POOL.members());
    Collections.reverse(members);
    assertEquals(POOL, new ClassPool(members));
    assertEquals("a", POOL.members().get(0).siteId());
  }

  @Test
  void countsOfNoKnownClassAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> member("a", S2, LandCover.UNKNOWN, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new Member("a", S2, LandCover.CROP, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new Member("a", S2, LandCover.CROP, List.of(1, 2)));
    assertThrows(IllegalArgumentException.class, () -> member("a", S2, LandCover.CROP, -1));
  }
}

package org.sitewatch.detect.score;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.sitewatch.sites.LandCover;

/**
 * What the sites of a workspace raised in their trial years, as it was known on one refit day.
 *
 * @param members by site and series
 */
public record ClassPool(List<Member> members) implements Serializable {
  /** Of a workspace that knew nothing. */
  public static final ClassPool EMPTY = new ClassPool(List.of());

  /**
   * One series of one site.
   *
   * @param raised objects at each threshold of {@link ProbabilityRate}
   */
  public record Member(String siteId, String series, LandCover cover, List<Integer> raised)
      implements Serializable {

    public Member {
      raised = List.copyOf(raised);
      TrialCounts.check(raised);
      if (raised.isEmpty() || cover == LandCover.UNKNOWN) {
        throw new IllegalArgumentException(
            "site '%s': a pool takes counts of a known class only".formatted(siteId));
      }
    }
  }

  public ClassPool {
    members =
        members.stream()
            .sorted(Comparator.comparing(Member::siteId).thenComparing(Member::series))
            .toList();
  }

  /** What compares with a series of a site: the same series of other sites. */
  ClassPool others(String siteId, String series) {
    return new ClassPool(
        members.stream()
            .filter(one -> one.series().equals(series) && !one.siteId().equals(siteId))
            .toList());
  }

  /**
   * The rate of a class.
   *
   * @param shipped of the class
   */
  public ClassRate rate(ClassRate shipped, LandCover cover) {
    return shipped.with(
        members.stream().filter(one -> one.cover() == cover).map(Member::raised).toList());
  }
}

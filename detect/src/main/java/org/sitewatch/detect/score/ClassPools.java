package org.sitewatch.detect.score;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pools that are in force: each from 1 January on for a year, whatever happens in it.
 *
 * @param byYear by the year they hold in
 */
public record ClassPools(SortedMap<Integer, ClassPool> byYear) implements Serializable {
  /** Of a workspace without earlier runs. */
  public static final ClassPools NONE = new ClassPools(Collections.emptySortedMap());

  public ClassPools {
    byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
  }

  /** In force on a day; empty where none was frozen. */
  public ClassPool on(LocalDate day) {
    return byYear.getOrDefault(day.getYear(), ClassPool.EMPTY);
  }

  /** What compares with a series of a site: the same series of other sites. */
  public ClassPools others(String siteId, String series) {
    var others = new TreeMap<Integer, ClassPool>();
    byYear.forEach((year, pool) -> others.put(year, pool.others(siteId, series)));
    return new ClassPools(others);
  }

  /** Those that were in force on a day or before it. */
  public ClassPools upTo(LocalDate day) {
    return new ClassPools(byYear.headMap(day.getYear() + 1));
  }
}

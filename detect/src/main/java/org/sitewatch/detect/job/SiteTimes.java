package org.sitewatch.detect.job;

import java.io.Serializable;

/**
 * How long the thread that judged sites was at it, in nanoseconds of the clock; no part of any
 * result.
 *
 * @param reading tiles into stacks
 * @param judging looks, the detector's share
 * @param all also what is put together before and after
 */
public record SiteTimes(long reading, long judging, long all) implements Serializable {
  public static final SiteTimes NONE = new SiteTimes(0, 0, 0);

  /** Of both. */
  public SiteTimes plus(SiteTimes other) {
    return new SiteTimes(reading + other.reading, judging + other.judging, all + other.all);
  }
}

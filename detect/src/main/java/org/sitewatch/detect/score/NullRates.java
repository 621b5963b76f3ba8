package org.sitewatch.detect.score;

import java.util.EnumMap;
import java.util.Map;
import org.sitewatch.sites.LandCover;

/**
 * What the sites the trees were trained on raised while nothing happened, each scored by trees that
 * had not seen it: by class of land and over all. Immutable.
 */
public final class NullRates {
  /** One site says nothing of its class. */
  private static final int LEAST_SITE_YEARS = 2;

  private final Map<LandCover, ClassRate> ofClass;
  private final ClassRate all;

  /**
   * @param ofClass those there were training sites of
   */
  public NullRates(Map<LandCover, ClassRate> ofClass, ClassRate all) {
    this.ofClass = new EnumMap<>(LandCover.class);
    this.ofClass.putAll(ofClass);
    this.all = all;
  }

  /** Of a class; over all sites if the class was not seen at two. */
  public ClassRate of(LandCover cover) {
    ClassRate rate = ofClass.get(cover);
    return rate == null || rate.siteYears() < LEAST_SITE_YEARS ? all : rate;
  }
}

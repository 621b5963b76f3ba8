package org.sitewatch.detect.score;

import org.sitewatch.sites.LandCover;

/** Is told of all objects that were measured, whether they are reported or not. */
public interface ObjectLog {
  /** Wants to know nothing. */
  ObjectLog NONE =
      new ObjectLog() {
        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public void landCover(LandCover cover) {}

        @Override
        public void add(Phase phase, double day, double seed, MeasuredObject object) {}
      };

  /** Where an object was found. */
  enum Phase {
    /** The last year of a history, judged by a model of the years before it. */
    HISTORY,
    /** A look of the period. */
    PERIOD
  }

  boolean isOn();

  /** The class of the site in the season that is judged; of several the last counts. */
  void landCover(LandCover cover);

  /**
   * @param day of the look, days since 1 January 1970
   * @param seed the object was found at
   */
  void add(Phase phase, double day, double seed, MeasuredObject object);
}

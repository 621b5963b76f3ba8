package org.sitewatch.detect.score;

import java.util.List;

/** Is told of all objects that were measured, whether they are reported or not. */
public interface ObjectLog {
  /** Seeds at which objects are looked for when they are logged. */
  List<Double> SEEDS = List.of(3.5, 5.0, 10.0, 20.0, 40.0, 80.0);

  /** Wants to know nothing. */
  ObjectLog NONE =
      new ObjectLog() {
        @Override
        public boolean isOn() {
          return false;
        }

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

  /**
   * @param day of the look, days since 1 January 1970
   * @param seed the object was found at
   */
  void add(Phase phase, double day, double seed, MeasuredObject object);
}

package org.sitewatch.detect;

/** What a look was expected to show, told by its past; bands in the order of the stack. */
interface Expectation {

  /** Observed less expected, on a scale of the judge's own that is the same for all pixels. */
  double difference(int band, int pixel);

  /** How far the look lay off its past before it was laid onto it. */
  default LookShift shift() {
    return LookShift.NONE;
  }

  /** The expected value in the units of the stack, as this look would have shown it. */
  double expected(int band, int pixel);
}

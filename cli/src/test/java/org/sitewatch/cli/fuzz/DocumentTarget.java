package org.sitewatch.cli.fuzz;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * A target put together of its two sides.
 *
 * @param costs how many executions of average cost one of these takes
 */
record DocumentTarget(String name, Maker maker, Taker taker, long costs) implements FuzzTarget {

  /** Makes documents. */
  interface Maker {
    FuzzInput make(SplittableRandom chance) throws IOException;
  }

  /** Hands them to the program. */
  interface Taker {
    boolean takes(FuzzInput input) throws IOException;
  }

  @Override
  public FuzzInput make(SplittableRandom chance) throws IOException {
    return maker.make(chance);
  }

  @Override
  public boolean takes(FuzzInput input) throws IOException {
    return taker.takes(input);
  }

  @Override
  public long share(long executions) {
    return Math.max(1, executions / costs);
  }
}

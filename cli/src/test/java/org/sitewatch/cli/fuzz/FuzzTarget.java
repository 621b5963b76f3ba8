package org.sitewatch.cli.fuzz;

import java.io.IOException;
import java.util.SplittableRandom;

/** One way into the program, and what is thrown at it. For one thread. */
interface FuzzTarget {

  /** A word for the command line. */
  String name();

  /** A new input: the same for the same chance. */
  FuzzInput make(SplittableRandom chance) throws IOException;

  /**
   * Hands an input to the program.
   *
   * @return whether anything of it was taken
   * @throws WrongValueException if what was taken is not what the input says
   * @throws org.sitewatch.sites.UserException the program's own refusal, as is {@link
   *     org.sitewatch.ingest.tiff.TiffException}; anything else that is thrown is a finding
   */
  boolean takes(FuzzInput input) throws IOException;

  /** How many executions to do of so many for a target of average cost: slow ones do fewer. */
  default long share(long executions) {
    return executions;
  }
}

package org.sitewatch.cli.fuzz;

/** The program took something that is not so. */
final class WrongValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongValueException(String what) {
    super(what);
  }

  static void check(boolean holds, String what) {
    if (!holds) {
      throw new WrongValueException(what);
    }
  }
}

package org.sitewatch.cli;

/** A number with what it counts, as sentences want it: 1 error, 2 errors. */
final class Counted {

  private Counted() {}

  static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}

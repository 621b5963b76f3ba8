package org.sitewatch.report;

/** A number with what it counts, as sentences want it: 1 error, 2 errors. */
public final class Counted {

  private Counted() {}

  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}

package org.sitewatch.report.run;

/** Names of files as a manifest holds them. */
public final class RelativePath {
  private static final int LONGEST = 1024;

  private RelativePath() {}

  /** True for a path that stays below where it is resolved, on any system. */
  public static boolean isSafe(String path) {
    if (path.isEmpty() || path.length() > LONGEST || path.matches("(?s).*[\\\\:\\p{Cntrl}].*")) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }
}

package org.sitewatch.sites;

/** The projections behind {@link Projection#ofEpsg}. */
final class Projections {
  private Projections() {}

  static Projection ofEpsg(int epsg) {
    throw new UserException(ExitCode.UNAVAILABLE, "EPSG:" + epsg + " is not supported");
  }
}

package org.sitewatch.sites.registry.csv;

/**
 * Where a person says that the geometry is; empty where it is to be guessed.
 *
 * @param wkt column of well-known text
 * @param lon column of longitudes, or of x in a projected CRS
 * @param lat column of latitudes, or of y in a projected CRS
 */
public record CsvColumns(String wkt, String lon, String lat) {
  public static final CsvColumns GUESSED = new CsvColumns("", "", "");
}

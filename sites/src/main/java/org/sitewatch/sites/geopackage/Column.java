package org.sitewatch.sites.geopackage;

/** A column of a layer. */
public record Column(String name, Type type) {
  /** What a column holds; the constants are SQL types of GeoPackage. */
  public enum Type {
    TEXT,
    INTEGER,
    DOUBLE,
    BOOLEAN,
    /** As text, {@code 2024-05-03}. */
    DATE
  }
}

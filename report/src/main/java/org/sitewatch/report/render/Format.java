package org.sitewatch.report.render;

/** Forms a report can be put in. */
public enum Format {
  /** Disturbances and coverage as GeoJSON. */
  GEOJSON,
  /** One line a disturbance, for a spreadsheet. */
  CSV
}

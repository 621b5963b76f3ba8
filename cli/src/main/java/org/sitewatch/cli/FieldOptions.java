package org.sitewatch.cli;

import java.util.EnumMap;
import java.util.Map;
import org.sitewatch.sites.registry.csv.CsvColumns;
import org.sitewatch.sites.registry.mapping.FieldRole;
import picocli.CommandLine.Option;

/** Which field of a planner's file means what; fields that are not given are guessed and shown. */
final class FieldOptions {
  @Option(
      names = "--id-field",
      paramLabel = "NAME",
      description = "Field with the sites' ids; 'none' for no field, here and below.")
  private String id;

  @Option(names = "--name-field", paramLabel = "NAME", description = "Field with their names.")
  private String name;

  @Option(
      names = "--priority-field",
      paramLabel = "NAME",
      description = "Field with priorities, 1 (the most important) to 5.")
  private String priority;

  @Option(
      names = "--designation-field",
      paramLabel = "NAME",
      description = "Field with the legal or heritage designation.")
  private String designation;

  @Option(
      names = "--zone-field",
      paramLabel = "NAME",
      description = "Field with core, buffer or setting; in KML 'folder' is the folder's name.")
  private String zone;

  @Option(
      names = "--radius-field",
      paramLabel = "NAME",
      description = "Field with the radius of sites that are points, in metres.")
  private String radius;

  @Option(
      names = "--wkt-field",
      paramLabel = "NAME",
      defaultValue = "",
      description = "CSV: column with the geometry in well-known text.")
  private String wkt;

  @Option(
      names = "--lon-field",
      paramLabel = "NAME",
      defaultValue = "",
      description = "CSV: column with longitudes, or x.")
  private String lon;

  @Option(
      names = "--lat-field",
      paramLabel = "NAME",
      defaultValue = "",
      description = "CSV: column with latitudes, or y.")
  private String lat;

  /** Those that were given. */
  Map<FieldRole, String> fields() {
    var fields = new EnumMap<FieldRole, String>(FieldRole.class);
    put(fields, FieldRole.ID, id);
    put(fields, FieldRole.NAME, name);
    put(fields, FieldRole.PRIORITY, priority);
    put(fields, FieldRole.DESIGNATION, designation);
    put(fields, FieldRole.ZONE, zone);
    put(fields, FieldRole.RADIUS, radius);
    return fields;
  }

  private static void put(Map<FieldRole, String> fields, FieldRole role, String field) {
    if (field != null) {
      fields.put(role, field);
    }
  }

  CsvColumns columns() {
    return new CsvColumns(wkt, lon, lat);
  }
}

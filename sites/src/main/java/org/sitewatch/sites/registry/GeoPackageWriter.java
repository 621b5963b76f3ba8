package org.sitewatch.sites.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/** GeoPackage 1.3 (OGC 12-128r18): one layer with its form, a row per site and zone, EPSG:4326. */
final class GeoPackageWriter {
  private static final String GEOMETRY = "geom";

  /** Fixed, so that the file says nothing about when it was written. */
  private static final String LAST_CHANGE = "2000-01-01T00:00:00.000Z";

  private static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],"
          + "AUTHORITY[\"EPSG\",\"4326\"]]";

  private static final String[] SCHEMA = {
    "PRAGMA application_id = 0x47504B47",
    "PRAGMA user_version = 10300",
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY"
        + " KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition"
        + " TEXT NOT NULL, description TEXT)",
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
        + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL"
        + " DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x"
        + " DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)"
        + " REFERENCES gpkg_spatial_ref_sys(srs_id))",
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
        + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m"
        + " TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
        + " CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY"
        + " (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY"
        + " (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
    "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian SRS', -1, 'NONE', -1,"
        + " 'undefined', 'undefined cartesian coordinate reference system')",
    "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic SRS', 0, 'NONE', 0,"
        + " 'undefined', 'undefined geographic coordinate reference system')",
    "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84 geodetic', 4326, 'EPSG', 4326, '"
        + WGS84
        + "', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid')"
  };

  private GeoPackageWriter() {}

  static void write(SiteRegistry registry, Path file) throws SQLException {
    SortedMap<String, Attribute> attributes = attributes(registry);
    try (Connection connection = GeoPackageFile.create(file);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
      statement.execute(createLayer(attributes));
      insertContents(connection, registry);
      statement.execute(
          "INSERT INTO gpkg_geometry_columns VALUES ('%s', '%s', 'MULTIPOLYGON', 4326, 0, 0)"
              .formatted(GeoPackageReader.LAYER, GEOMETRY));
      insertSites(connection, registry, attributes);
      GeoPackageForm.write(connection, GeoPackageReader.LAYER, GEOMETRY, LAST_CHANGE);
      connection.commit();
    }
  }

  /** A column of a free attribute: its name, unlike any other in any case, and its SQL type. */
  private record Attribute(String column, String type) {}

  private static SortedMap<String, Attribute> attributes(SiteRegistry registry) {
    var types = new TreeMap<String, String>();
    for (Site site : registry.sites()) {
      site.attributes()
          .forEach((key, value) -> types.merge(key, type(value), GeoPackageWriter::common));
    }
    var taken = new HashSet<>(RawFeature.FIELDS);
    taken.add("fid");
    taken.add(GEOMETRY);
    var result = new TreeMap<String, Attribute>();
    types.forEach(
        (key, type) -> {
          String column = key.isBlank() || key.indexOf('\0') >= 0 ? "attribute" : key;
          for (int n = 2; !taken.add(column.toLowerCase(Locale.ROOT)); n++) {
            column = key + "_" + n;
          }
          result.put(key, new Attribute(column, type));
        });
    return result;
  }

  /** Fields that no site has a value of are there to be filled in. */
  private static List<String> emptyFields(SortedMap<String, Attribute> attributes) {
    var empty = new ArrayList<String>();
    for (RegistryField field : RegistryField.values()) {
      String name = field.label();
      if (!RawFeature.FIELDS.contains(name)
          && attributes.values().stream().noneMatch(one -> one.column.equalsIgnoreCase(name))) {
        empty.add(name);
      }
    }
    return empty;
  }

  private static String type(Object value) {
    return value instanceof Long
        ? "INTEGER"
        : value instanceof Double ? "DOUBLE" : value instanceof Boolean ? "BOOLEAN" : "TEXT";
  }

  /** Values of several types under one name become text; null stays null. */
  private static Object text(Object value) {
    return value instanceof Double number
        ? CanonicalNumber.ofDouble(number)
        : value == null ? null : value.toString();
  }

  private static String common(String one, String other) {
    return one.equals(other) ? one : "TEXT";
  }

  private static String createLayer(SortedMap<String, Attribute> attributes) {
    var sql = new StringBuilder("CREATE TABLE ").append(GeoPackageReader.LAYER);
    sql.append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON,");
    sql.append(" id TEXT, name TEXT, zone TEXT, priority INTEGER, designation TEXT");
    attributes
        .values()
        .forEach(
            attribute ->
                sql.append(", ")
                    .append(GeoPackageFile.quoted(attribute.column))
                    .append(' ')
                    .append(attribute.type));
    emptyFields(attributes).forEach(name -> sql.append(", ").append(name).append(" TEXT"));
    return sql.append(')').toString();
  }

  private static void insertContents(Connection connection, SiteRegistry registry)
      throws SQLException {
    var bounds = new Envelope();
    for (Site site : registry.sites()) {
      site.zones().values().forEach(area -> bounds.expandToInclude(area.getEnvelopeInternal()));
    }
    String sql = "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, 4326)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, GeoPackageReader.LAYER);
      insert.setString(2, GeoPackageReader.LAYER);
      insert.setString(3, LAST_CHANGE);
      if (!bounds.isNull()) {
        insert.setDouble(4, bounds.getMinX());
        insert.setDouble(5, bounds.getMinY());
        insert.setDouble(6, bounds.getMaxX());
        insert.setDouble(7, bounds.getMaxY());
      }
      insert.executeUpdate();
    }
  }

  private static void insertSites(
      Connection connection, SiteRegistry registry, SortedMap<String, Attribute> attributes)
      throws SQLException {
    String sql =
        "INSERT INTO sites VALUES (NULL, ?, ?, ?, ?, ?, ?"
            + ", ?".repeat(attributes.size())
            + ", NULL".repeat(emptyFields(attributes).size())
            + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Site site : registry.sites()) {
        for (Map.Entry<Zone, MultiPolygon> zone : site.zones().entrySet()) {
          insert.setBytes(1, GeoPackageBlob.of(zone.getValue()));
          insert.setString(2, site.id());
          insert.setString(3, site.name());
          insert.setString(4, zone.getKey().label());
          insert.setInt(5, site.priority());
          insert.setString(6, site.designation());
          int at = 7;
          for (var attribute : attributes.entrySet()) {
            Object value = site.attributes().get(attribute.getKey());
            insert.setObject(at++, attribute.getValue().type.equals("TEXT") ? text(value) : value);
          }
          insert.executeUpdate();
        }
      }
    }
  }
}

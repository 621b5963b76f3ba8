package org.sitewatch.sites.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sitewatch.sites.registry.RegistryField.Kind;

/**
 * What makes a GeoPackage ask for its fields: the vocabularies by the schema extension (OGC
 * 12-128r18, annex F.9), which GDAL reads as domains, and the form as QGIS keeps it.
 */
final class GeoPackageForm {
  private static final String[] SCHEMA = {
    "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
        + " definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name,"
        + " column_name, extension_name))",
    "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT,"
        + " title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc"
        + " PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT"
        + " NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC,"
        + " max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name,"
        + " constraint_type, value))",
    "INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema',"
        + " 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')",
    "INSERT INTO gpkg_extensions VALUES ('gpkg_data_column_constraints', NULL, 'gpkg_schema',"
        + " 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')",
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT,"
        + " f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML"
        + " TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT,"
        + " update_time DATETIME)",
  };

  private GeoPackageForm() {}

  /**
   * @param lastChange to be told of the table of styles
   */
  static void write(Connection connection, String layer, String geometry, String lastChange)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
      statement.execute(
          "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
              + " VALUES ('layer_styles', 'attributes', 'layer_styles', '"
              + lastChange
              + "', 0)");
    }
    for (RegistryField field : RegistryField.values()) {
      boolean constrained = field.kind() == Kind.WORD || field.kind() == Kind.LEVEL;
      insert(
          connection,
          "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, ?)",
          layer,
          field.label(),
          field.label(),
          field.label().replace('_', ' '),
          field.meaning(),
          constrained ? field.label() : null);
      for (String word : field.words()) {
        insert(
            connection,
            "INSERT INTO gpkg_data_column_constraints VALUES (?, 'enum', ?, NULL, NULL, NULL, NULL,"
                + " ?)",
            field.label(),
            word,
            word);
      }
      if (field.kind() == Kind.LEVEL) {
        insert(
            connection,
            "INSERT INTO gpkg_data_column_constraints VALUES (?, 'range', NULL, 1, 1, 5, 1, ?)",
            field.label(),
            field.meaning());
      }
    }
    insert(
        connection,
        "INSERT INTO layer_styles VALUES (NULL, '', '', ?, ?, 'registry', ?, '', 1, ?, '', NULL, ?)",
        layer,
        geometry,
        QgisForm.qml(),
        "Registry form of sitewatch",
        lastChange);
  }

  private static void insert(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setString(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }
}

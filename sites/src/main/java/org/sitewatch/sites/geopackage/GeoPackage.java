package org.sitewatch.sites.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.sqlite.SQLiteConnection;

/**
 * A GeoPackage being written: layers of polygons in EPSG:4326, each with a style for QGIS if there
 * is one. The same content gives the same bytes; what is not committed is not there.
 */
public final class GeoPackage implements AutoCloseable {
  static final String GEOMETRY = "geom";

  /** Fixed, so that the file says nothing about when it was written. */
  private static final String LAST_CHANGE = "2000-01-01T00:00:00.000Z";

  private final Connection connection;
  private boolean hasStyles;

  private GeoPackage(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
    connection.setAutoCommit(false);
    for (String sql : GeoPackageSchema.TABLES) {
      execute(sql);
    }
  }

  /** A new file; what is there must be empty. */
  public static GeoPackage create(Path file) throws SQLException {
    // As a URI, so that no character of a path is taken for a parameter.
    return new GeoPackage("jdbc:sqlite:" + file.toAbsolutePath().toUri());
  }

  /** Kept in memory, for {@link #bytes()}. */
  public static GeoPackage inMemory() throws SQLException {
    return new GeoPackage("jdbc:sqlite::memory:");
  }

  /** An SQL name. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * A new layer, open for its rows.
   *
   * @param columns beside {@code fid} and {@code geom}, which no column may be called in any case
   */
  public Layer addLayer(String name, List<Column> columns) throws SQLException {
    Set<String> taken = new HashSet<>(Set.of("fid", GEOMETRY));
    var sql = new StringBuilder("CREATE TABLE ").append(quoted(name));
    sql.append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON");
    for (Column column : columns) {
      if (!taken.add(column.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("two columns '" + column.name() + "'");
      }
      sql.append(", ").append(quoted(column.name())).append(' ').append(column.type());
    }
    execute(sql.append(')').toString());
    contents(name, "features");
    String geometry = "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'MULTIPOLYGON', 4326, 0, 0)";
    try (PreparedStatement insert = connection.prepareStatement(geometry)) {
      insert.setString(1, name);
      insert.setString(2, GEOMETRY);
      insert.executeUpdate();
    }
    return new Layer(name, columns.size());
  }

  /** The style with which QGIS opens a layer. */
  public void addStyle(String layer, String qml) throws SQLException {
    if (!hasStyles) {
      execute(GeoPackageSchema.STYLES);
      contents("layer_styles", "attributes");
      hasStyles = true;
    }
    String sql = "INSERT INTO layer_styles VALUES (NULL, '', '', ?, ?, ?, ?, '', 1, '', '', '', ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, layer);
      insert.setString(2, GEOMETRY);
      insert.setString(3, layer);
      insert.setString(4, qml);
      insert.setString(5, LAST_CHANGE);
      insert.executeUpdate();
    }
  }

  /** What the columns of a layer mean and may hold; at most once a file. */
  public void addDomains(String layer, List<ColumnDomain> domains) throws SQLException {
    DomainTables.write(connection, layer, domains);
  }

  public void commit() throws SQLException {
    connection.commit();
  }

  /** The whole file; commits. */
  public byte[] bytes() throws SQLException {
    commit();
    return connection.unwrap(SQLiteConnection.class).serialize("main");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void contents(String table, String type) throws SQLException {
    String sql =
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
            + " VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, table);
      insert.setString(2, type);
      insert.setString(3, table);
      insert.setString(4, LAST_CHANGE);
      if (type.equals("features")) {
        insert.setInt(5, 4326);
      }
      insert.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A layer of a GeoPackage; closing it tells its bounds. */
  public final class Layer implements AutoCloseable {
    private final String name;
    private final int columns;
    private final Envelope bounds = new Envelope();
    private final PreparedStatement insert;

    private Layer(String name, int columns) throws SQLException {
      this.name = name;
      this.columns = columns;
      insert =
          connection.prepareStatement(
              "INSERT INTO " + quoted(name) + " VALUES (NULL, ?" + ", ?".repeat(columns) + ")");
    }

    /**
     * @param outline lon/lat; an empty one is written as none
     * @param values in the order of the columns; null where there is none
     */
    public void add(MultiPolygon outline, List<?> values) throws SQLException {
      if (values.size() != columns) {
        throw new IllegalArgumentException(columns + " values expected, got " + values.size());
      }
      insert.setBytes(1, outline.isEmpty() ? null : GeoPackageBlob.of(outline));
      int at = 2;
      for (Object value : values) {
        insert.setObject(at++, value);
      }
      insert.executeUpdate();
      bounds.expandToInclude(outline.getEnvelopeInternal());
    }

    @Override
    public void close() throws SQLException {
      insert.close();
      if (bounds.isNull()) {
        return;
      }
      String sql =
          "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?";
      try (PreparedStatement update = connection.prepareStatement(sql)) {
        update.setDouble(1, bounds.getMinX());
        update.setDouble(2, bounds.getMinY());
        update.setDouble(3, bounds.getMaxX());
        update.setDouble(4, bounds.getMaxY());
        update.setString(5, name);
        update.executeUpdate();
      }
    }
  }
}

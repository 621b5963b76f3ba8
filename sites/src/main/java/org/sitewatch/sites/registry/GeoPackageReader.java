package org.sitewatch.sites.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.geopackage.GeoPackage;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * The layer {@code sites} of a GeoPackage, or its only layer, in any CRS {@link Projection} knows.
 * The file may be hostile: it is opened read-only, names are quoted, long queries are cut off.
 */
public final class GeoPackageReader {
  public static final String LAYER = "sites";

  /** A layer of features; all names as the file has them. */
  private record Layer(String table, String geometryColumn, int srsId) {}

  /** A view can make rows of nothing; what is stored takes some bytes a row. */
  private static final long ROWS_OF_ANY_FILE = 10_000;

  private static final int LEAST_BYTES_PER_ROW = 8;

  private final String file;
  private final Connection connection;
  private final long mostRows;

  private GeoPackageReader(String file, Connection connection, long fileBytes) {
    this.file = file;
    this.connection = connection;
    this.mostRows = ROWS_OF_ANY_FILE + fileBytes / LEAST_BYTES_PER_ROW;
  }

  /**
   * The registry's layer, checked.
   *
   * @param name of the file, for messages
   */
  static SiteImport read(String name, Path file) throws IOException {
    List<String> names = layers(name, file);
    if (names.contains(LAYER) || names.size() == 1) {
      return layer(name, file, names.size() == 1 ? names.get(0) : LAYER, 0).checked();
    }
    throw new UserException(
        ExitCode.REGISTRY_INVALID,
        "%s: expected a layer '%s' or a single one, got %s".formatted(name, LAYER, names));
  }

  /** Names of the layers of features, sorted. */
  public static List<String> layers(String name, Path file) throws IOException {
    return open(name, file, reader -> reader.layers().stream().map(Layer::table).toList());
  }

  /**
   * The features of a layer in lon/lat as they are.
   *
   * @param layerName one of {@link #layers}
   * @param epsgIfUnsaid the CRS of a layer that names none, 0 to refuse such a layer
   */
  public static RawLayer layer(String name, Path file, String layerName, int epsgIfUnsaid)
      throws IOException {
    return open(
        name,
        file,
        reader -> {
          for (Layer layer : reader.layers()) {
            if (layer.table.equals(layerName)) {
              return reader.read(layer, epsgIfUnsaid);
            }
          }
          throw new UserException(
              ExitCode.REGISTRY_INVALID, name + " has no layer '" + layerName + "'");
        });
  }

  /** What is done with an open file. */
  private interface Step<T> {
    T with(GeoPackageReader reader) throws SQLException;
  }

  private static <T> T open(String name, Path file, Step<T> step) throws IOException {
    try (Connection connection = GeoPackageFile.openReadOnly(file)) {
      return step.with(new GeoPackageReader(name, connection, Files.size(file)));
    } catch (SQLException e) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          name + ": not readable as a GeoPackage: " + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
  }

  private RawLayer read(Layer layer, int epsgIfUnsaid) throws SQLException {
    int said = epsg(layer);
    int epsg = said == 0 ? epsgIfUnsaid : said;
    if (epsg == 0) {
      List<RawFeature> features = features(layer, Projection.ofEpsg(4326));
      return RawLayer.refused(
          layer.table,
          Code.G2,
          "%s: layer '%s' has no CRS; it looks like %s: set the layer's CRS in QGIS"
              .formatted(file, layer.table, MetresGuess.wordsFor(features)));
    }
    Projection projection;
    try {
      projection = Projection.ofEpsg(epsg);
    } catch (UserException e) {
      return RawLayer.refused(
          layer.table, Code.G2, file + ": layer '" + layer.table + "': " + e.getMessage());
    }
    return RawLayer.of(layer.table, features(layer, projection));
  }

  private List<Layer> layers() throws SQLException {
    String sql =
        "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c"
            + " JOIN gpkg_geometry_columns g ON g.table_name = c.table_name"
            + " WHERE c.data_type = 'features' ORDER BY c.table_name LIMIT 1000";
    var layers = new ArrayList<Layer>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        layers.add(new Layer(text(rows, 1), text(rows, 2), rows.getInt(3)));
      }
    }
    return layers;
  }

  /** 0 if the layer has no CRS of a known organisation. */
  private int epsg(Layer layer) throws SQLException {
    String sql =
        "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, layer.srsId);
      try (ResultSet rows = query.executeQuery()) {
        boolean known = rows.next() && text(rows, 1).equalsIgnoreCase("EPSG");
        if (known) {
          return rows.getInt(2);
        }
      }
    }
    return 0;
  }

  private List<RawFeature> features(Layer layer, Projection projection) throws SQLException {
    var columns = new TreeMap<String, String>();
    String key = "";
    String sql = "SELECT name, type, pk FROM pragma_table_info(?)";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, layer.table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String column = text(rows, 1);
          boolean isRowKey = rows.getInt(3) > 0 && !column.equalsIgnoreCase(RawFeature.ID);
          if (isRowKey) {
            key = column;
          } else if (!column.equalsIgnoreCase(layer.geometryColumn)) {
            columns.put(column, text(rows, 2).toUpperCase(Locale.ROOT));
          }
        }
      }
    }
    var select = new StringBuilder("SELECT ").append(GeoPackage.quoted(layer.geometryColumn));
    columns.keySet().forEach(column -> select.append(", ").append(GeoPackage.quoted(column)));
    select.append(" FROM ").append(GeoPackage.quoted(layer.table));
    if (!key.isEmpty()) {
      select.append(" ORDER BY ").append(GeoPackage.quoted(key));
    }
    var features = new ArrayList<RawFeature>();
    var limits = new RegistryLimits(file);
    try (PreparedStatement query = connection.prepareStatement(select.toString());
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        RawFeature feature =
            GeoPackageRow.feature("row " + (features.size() + 1), rows, columns, projection);
        limits.count(feature.outline());
        features.add(feature);
        if (features.size() > mostRows) {
          throw new UserException(
              ExitCode.REGISTRY_INVALID,
              "%s: layer '%s' gives more rows than the file has room for; it may be hostile"
                  .formatted(file, layer.table));
        }
      }
    }
    return features;
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? "" : text;
  }
}

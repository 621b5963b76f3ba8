package org.sitewatch.sites.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.geopackage.GeoPackage;
import org.sitewatch.sites.geopackage.GeoPackageBlob;

/**
 * Replaces geometries in a copy of a GeoPackage: rows, forms, styles and indexes stay. Its triggers
 * run, so that a spatial index stays true.
 */
final class GeoPackageEdit {
  private final Connection connection;
  private final RegistryRepair.Edits edits;
  private final String table;
  private final String geometry;
  private final int srsId;
  private boolean isMany;

  private GeoPackageEdit(Connection connection, RegistryRepair.Edits edits, ResultSet layer)
      throws SQLException {
    this.connection = connection;
    this.edits = edits;
    table = layer.getString(1);
    geometry = layer.getString(2);
    srsId = layer.getInt(3);
  }

  static void write(Path file, RegistryRepair.Edits edits, Path target) throws IOException {
    GeoPackageFile.checkUnused(file);
    Files.copy(file, target);
    try (Connection connection = GeoPackageFile.openForEditing(target)) {
      EnvelopeFunctions.register(connection);
      connection.setAutoCommit(false);
      try (Statement query = connection.createStatement();
          ResultSet layer =
              query.executeQuery(
                  "SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns g"
                      + " JOIN gpkg_contents c ON c.table_name = g.table_name"
                      + " WHERE c.data_type = 'features'"
                      + " ORDER BY g.table_name != '"
                      + GeoPackageReader.LAYER
                      + "' LIMIT 1")) {
        layer.next();
        new GeoPackageEdit(connection, edits, layer).edit();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void edit() throws SQLException {
    var blobs = new TreeMap<Long, byte[]>();
    String sql = "SELECT rowid, %s, %s FROM %s ORDER BY %s";
    String id = column(RawFeature.ID).map(GeoPackage::quoted).orElse("''");
    String layer = GeoPackage.quoted(table);
    String blob = GeoPackage.quoted(geometry);
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql.formatted(blob, id, layer, key()))) {
      for (int number = 1; rows.next(); number++) {
        String siteId = rows.getString(3) == null ? "" : rows.getString(3).strip();
        Proposal proposal = edits.of(number, siteId);
        if (!proposal.isNone() && rows.getBytes(2) != null) {
          blobs.put(rows.getLong(1), repaired(proposal, rows.getBytes(2)));
        }
      }
    }
    String update = "UPDATE " + layer + " SET " + blob + " = ? WHERE rowid = ?";
    try (PreparedStatement change = connection.prepareStatement(update)) {
      for (var row : blobs.entrySet()) {
        change.setBytes(1, row.getValue());
        change.setLong(2, row.getKey());
        change.executeUpdate();
      }
    }
    if (!blobs.isEmpty()) {
      forgetBounds();
    }
  }

  /** Readers find the bounds by themselves where none are told; polygons may have become many. */
  private void forgetBounds() throws SQLException {
    String bounds =
        "UPDATE gpkg_contents SET min_x = NULL, min_y = NULL, max_x = NULL, max_y = NULL"
            + " WHERE table_name = ?";
    String type =
        "UPDATE gpkg_geometry_columns SET geometry_type_name = 'MULTIPOLYGON'"
            + " WHERE upper(geometry_type_name) = 'POLYGON' AND table_name = ?";
    for (String sql : isMany ? List.of(bounds, type) : List.of(bounds)) {
      try (PreparedStatement change = connection.prepareStatement(sql)) {
        change.setString(1, table);
        change.executeUpdate();
      }
    }
  }

  private byte[] repaired(Proposal proposal, byte[] blob) throws SQLException {
    MultiPolygon area = proposal.outline();
    if (proposal.isSwap()) {
      Proposal swapped = SwappedOutline.proposal(WkbOutline.of(blob, new ArrayList<>()));
      area = swapped.isNone() ? area : swapped.outline();
    }
    Projection projection = Projection.ofEpsg(epsg());
    if (projection.epsg() != 4326) {
      var parts = new ArrayList<Polygon>();
      Geometry projected = projection.fromLonLat(area);
      for (Object part : PolygonExtracter.getPolygons(projected)) {
        parts.add((Polygon) part);
      }
      area = projected.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    }
    boolean isSingle = declaredType().equals("POLYGON") && area.getNumGeometries() == 1;
    byte[] repaired = isSingle ? GeoPackageBlob.ofSingle(area) : GeoPackageBlob.of(area);
    isMany |= !isSingle;
    ByteBuffer.wrap(repaired).order(ByteOrder.LITTLE_ENDIAN).putInt(4, srsId);
    return repaired;
  }

  private String declaredType() throws SQLException {
    String sql = "SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? String.valueOf(rows.getString(1)).toUpperCase(Locale.ROOT) : "";
      }
    }
  }

  private int epsg() throws SQLException {
    String sql = "SELECT organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, srsId);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }

  private Optional<String> column(String name) throws SQLException {
    return columns().stream().map(Column::name).filter(name::equalsIgnoreCase).findFirst();
  }

  /** The order in which the reader counts rows. */
  private String key() throws SQLException {
    return columns().stream()
        .filter(column -> column.isKey && !column.name.equalsIgnoreCase(RawFeature.ID))
        .reduce((first, second) -> second)
        .map(column -> GeoPackage.quoted(column.name))
        .orElse("rowid");
  }

  private record Column(String name, boolean isKey) {}

  private List<Column> columns() throws SQLException {
    var columns = new ArrayList<Column>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT name, pk FROM pragma_table_info(?)")) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          columns.add(new Column(rows.getString(1), rows.getInt(2) > 0));
        }
      }
    }
    return columns;
  }
}

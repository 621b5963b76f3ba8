package org.sitewatch.sites.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/** A row of a layer as a feature in lon/lat. */
final class GeoPackageRow {
  private GeoPackageRow() {}

  /**
   * @param columns declared type by name; the row has the geometry, then these in their order
   */
  static RawFeature feature(
      String label, ResultSet row, SortedMap<String, String> columns, Projection projection)
      throws SQLException {
    var flaws = new ArrayList<Flaw>();
    Outline outline = outline(row.getObject(1), projection, flaws);
    var properties = new TreeMap<String, Object>();
    int at = 2;
    for (var column : columns.entrySet()) {
      Object value = row.getObject(at++);
      if (value != null) {
        Optional<Object> scalar = scalar(value, column.getValue());
        scalar.ifPresent(known -> properties.put(column.getKey(), known));
        if (scalar.isEmpty()) {
          String text = "attribute '" + column.getKey() + "' is no text or number; it is left out";
          flaws.add(Flaw.warning(Code.A4, text));
        }
      }
    }
    return RawFeature.of(label, properties, outline, flaws);
  }

  private static Optional<Object> scalar(Object value, String type) {
    if (value instanceof Number number && type.startsWith("BOOL")) {
      return Optional.of(number.intValue() != 0);
    }
    if (value instanceof Integer || value instanceof Long) {
      return Optional.of(((Number) value).longValue());
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }
    return value instanceof String ? Optional.of(value) : Optional.empty();
  }

  private static Outline outline(Object blob, Projection projection, List<Flaw> flaws) {
    if (blob == null) {
      return Outline.NONE;
    }
    if (!(blob instanceof byte[] bytes)) {
      flaws.add(Flaw.error(Code.G1, "its geometry is no blob; draw or export it again"));
      return Outline.NONE;
    }
    Outline outline = WkbOutline.of(bytes, flaws);
    if (projection.epsg() == 4326) {
      return outline; // the check says better what is wrong with degrees
    }
    return outline.toLonLat(projection, flaws);
  }
}

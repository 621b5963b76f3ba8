package org.sitewatch.report.geopackage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.report.qgis.MapStyle;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.words.Words;
import org.sitewatch.sites.geopackage.Column;
import org.sitewatch.sites.geopackage.Column.Type;
import org.sitewatch.sites.geopackage.GeoPackage;

/**
 * {@code sitewatch.gpkg}: the layers {@code disturbances} and {@code coverage} with the columns of
 * the GeoJSON and the styles that stand beside it.
 */
public final class GeoPackageReport {
  public static final String FILE = "sitewatch.gpkg";

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private GeoPackageReport() {}

  public static SortedMap<String, byte[]> files(RunRecords records, Words words) {
    var files = new TreeMap<String, byte[]>();
    var disturbances =
        records.disturbances().stream().map(one -> new Row(one.outline(), one.properties()));
    var coverage = records.sites().stream().map(site -> new Row(site.outline(), site.properties()));
    try (GeoPackage target = GeoPackage.inMemory()) {
      write(target, "disturbances", disturbances.toList(), MapStyle.disturbances(words));
      write(target, "coverage", coverage.toList(), MapStyle.coverage(words));
      files.put(FILE, target.bytes());
    } catch (SQLException e) {
      throw new IllegalStateException("a database in memory cannot fail", e);
    }
    return files;
  }

  private record Row(MultiPolygon outline, JsonNode properties) {}

  private static void write(GeoPackage target, String layer, List<Row> rows, byte[] style)
      throws SQLException {
    Map<String, Type> types = types(rows);
    List<Column> columns =
        types.entrySet().stream().map(one -> new Column(one.getKey(), one.getValue())).toList();
    try (GeoPackage.Layer open = target.addLayer(layer, columns)) {
      for (Row row : rows) {
        var values = new ArrayList<Object>();
        for (Column column : columns) {
          values.add(value(row.properties.path(column.name())));
        }
        open.add(row.outline, values);
      }
    }
    target.addStyle(layer, new String(style, StandardCharsets.UTF_8));
  }

  /** In the order of the properties; a column that is null throughout is text. */
  private static Map<String, Type> types(List<Row> rows) {
    var types = new LinkedHashMap<String, Type>();
    var known = new TreeMap<String, Type>();
    for (Row row : rows) {
      for (Map.Entry<String, JsonNode> property : row.properties.properties()) {
        types.putIfAbsent(property.getKey(), Type.TEXT);
        if (!property.getValue().isNull()) {
          known.merge(property.getKey(), type(property.getValue()), GeoPackageReport::common);
        }
      }
    }
    types.replaceAll((name, type) -> known.getOrDefault(name, Type.TEXT));
    return types;
  }

  private static Type type(JsonNode value) {
    if (value.isBoolean()) {
      return Type.BOOLEAN;
    }
    if (value.isNumber()) {
      return value.isIntegralNumber() ? Type.INTEGER : Type.DOUBLE;
    }
    return DAY.matcher(value.asText()).matches() ? Type.DATE : Type.TEXT;
  }

  private static Type common(Type one, Type other) {
    if (one == other) {
      return one;
    }
    boolean numbers =
        (one == Type.INTEGER || one == Type.DOUBLE)
            && (other == Type.INTEGER || other == Type.DOUBLE);
    return numbers ? Type.DOUBLE : Type.TEXT;
  }

  /** Null where there is none, as SQL has it. */
  private static Object value(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isNumber()) {
      return value.isIntegralNumber() ? (Object) value.longValue() : value.doubleValue();
    }
    return value.asText();
  }
}

package org.sitewatch.sites.registry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.geopackage.Column;
import org.sitewatch.sites.geopackage.Column.Type;
import org.sitewatch.sites.geopackage.GeoPackage;

/** GeoPackage 1.3 (OGC 12-128r18): one layer with its form, a row per site and zone, EPSG:4326. */
final class GeoPackageWriter {
  private static final List<Column> FIELDS =
      List.of(
          new Column("id", Type.TEXT),
          new Column("name", Type.TEXT),
          new Column("zone", Type.TEXT),
          new Column("priority", Type.INTEGER),
          new Column("designation", Type.TEXT));

  private GeoPackageWriter() {}

  static void write(SiteRegistry registry, Path file) throws SQLException {
    SortedMap<String, Column> attributes = attributes(registry);
    var columns = new ArrayList<>(FIELDS);
    columns.addAll(attributes.values());
    List<Column> empty = emptyFields(columns);
    columns.addAll(empty);
    try (GeoPackage geoPackage = GeoPackage.create(file)) {
      try (GeoPackage.Layer layer = geoPackage.addLayer(GeoPackageReader.LAYER, columns)) {
        for (Site site : registry.sites()) {
          for (Map.Entry<Zone, MultiPolygon> zone : site.zones().entrySet()) {
            List<Object> values = values(site, zone.getKey(), attributes);
            values.addAll(Collections.nCopies(empty.size(), null));
            layer.add(zone.getValue(), values);
          }
        }
      }
      geoPackage.addStyle(GeoPackageReader.LAYER, QgisForm.qml());
      geoPackage.addDomains(GeoPackageReader.LAYER, QgisForm.domains());
      geoPackage.commit();
    }
  }

  /** Columns of free attributes by key; their names are unlike any other in any case. */
  private static SortedMap<String, Column> attributes(SiteRegistry registry) {
    var types = new TreeMap<String, Type>();
    for (Site site : registry.sites()) {
      site.attributes()
          .forEach((key, value) -> types.merge(key, type(value), GeoPackageWriter::common));
    }
    var taken = new HashSet<>(RawFeature.FIELDS);
    taken.add("fid");
    taken.add("geom");
    var result = new TreeMap<String, Column>();
    types.forEach(
        (key, type) -> {
          String column = key.isBlank() || key.indexOf('\0') >= 0 ? "attribute" : key;
          for (int n = 2; !taken.add(column.toLowerCase(Locale.ROOT)); n++) {
            column = key + "_" + n;
          }
          result.put(key, new Column(column, type));
        });
    return result;
  }

  /** Fields that no site has a value of are there to be filled in. */
  private static List<Column> emptyFields(List<Column> columns) {
    var empty = new ArrayList<Column>();
    for (RegistryField field : RegistryField.values()) {
      if (columns.stream().noneMatch(one -> one.name().equalsIgnoreCase(field.label()))) {
        empty.add(new Column(field.label(), Type.TEXT));
      }
    }
    return empty;
  }

  private static Type type(Object value) {
    return value instanceof Long
        ? Type.INTEGER
        : value instanceof Double
            ? Type.DOUBLE
            : value instanceof Boolean ? Type.BOOLEAN : Type.TEXT;
  }

  /** Values of several types under one name become text; null stays null. */
  private static Object text(Object value) {
    return value instanceof Double number
        ? CanonicalNumber.ofDouble(number)
        : value == null ? null : value.toString();
  }

  private static Type common(Type one, Type other) {
    return one == other ? one : Type.TEXT;
  }

  private static List<Object> values(Site site, Zone zone, SortedMap<String, Column> attributes) {
    var values = new ArrayList<Object>();
    values.add(site.id());
    values.add(site.name());
    values.add(zone.label());
    values.add(site.priority());
    values.add(site.designation());
    for (Map.Entry<String, Column> attribute : attributes.entrySet()) {
      Object value = site.attributes().get(attribute.getKey());
      values.add(attribute.getValue().type() == Type.TEXT ? text(value) : value);
    }
    return values;
  }
}

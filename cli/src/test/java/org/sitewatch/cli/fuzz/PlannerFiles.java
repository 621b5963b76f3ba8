package org.sitewatch.cli.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;

/** Planners' files, damaged, by format. */
final class PlannerFiles {
  private static final TextDamage JSON_WORDS =
      TextDamage.of(
          "type",
          "features",
          "Feature",
          "FeatureCollection",
          "geometry",
          "coordinates",
          "Polygon",
          "MultiPolygon",
          "Point",
          "GeometryCollection",
          "properties",
          "id",
          "name",
          "zone",
          "core",
          "buffer",
          "priority",
          "crs",
          "null",
          "true",
          "[[[",
          "{}",
          "\"\\u0000\"");
  private static final TextDamage KML_WORDS =
      TextDamage.of(
          "kml",
          "Document",
          "Folder",
          "Placemark",
          "Polygon",
          "outerBoundaryIs",
          "innerBoundaryIs",
          "LinearRing",
          "coordinates",
          "MultiGeometry",
          "Point",
          "Data",
          "ExtendedData",
          "SchemaData",
          "SimpleData",
          "NetworkLink",
          "description",
          "value",
          "<!DOCTYPE kml [<!ENTITY a \"b\">]>",
          "&a;",
          "&#x110000;",
          "&#0;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
          "<a:b xmlns:a=\"c\">",
          "encoding=\"windows-1251\"",
          "encoding=\"x-none\"",
          "<Folder>",
          "</Folder>",
          "<MultiGeometry>",
          "<table><tr><td>id<td>1",
          "</kml>");
  private static final TextDamage CSV_WORDS =
      TextDamage.of(
          "WKT",
          "POLYGON",
          "MULTIPOLYGON",
          "POINT",
          "EMPTY",
          "SRID=4326;",
          "Z",
          "((",
          "))",
          "lon",
          "lat",
          "id",
          "name",
          "zone",
          "priority",
          "sep=;",
          "\"\"",
          "\"",
          ",,,,",
          ";;;",
          "=1+1",
          "=cmd|' /C calc'!A0",
          "@SUM(1)",
          "(((((((((",
          "GEOMETRYCOLLECTION",
          "CURVEPOLYGON");
  private static final String LON_LAT =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
          + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private static final JsonDamage JSON = new JsonDamage(JSON_WORDS);

  private PlannerFiles() {}

  static RegistryTarget.Maker geoJson() throws IOException {
    List<byte[]> files = List.of(Seeds.planner("base.geojson"), Seeds.planner("crs84.geojson"));
    return chance -> {
      byte[] file = pick(files, chance);
      return chance.nextInt(40) == 0
          ? FuzzInput.told(file, true)
          : FuzzInput.told(JSON.hit(file, pick(files, chance), chance), false);
    };
  }

  static RegistryTarget.Maker kml() throws IOException {
    return text(KML_WORDS, "gdal.kml", "googleearth.kml", "libkml.kml", "qgis.kml");
  }

  static RegistryTarget.Maker csv() throws IOException {
    return text(CSV_WORDS, "wkt.csv", "wktsemi.csv", "wkttab.csv", "qgis.csv");
  }

  private static RegistryTarget.Maker text(TextDamage damage, String... names) throws IOException {
    var texts = new ArrayList<String>();
    for (String name : names) {
      texts.add(new String(Seeds.planner(name), StandardCharsets.UTF_8));
    }
    return chance -> {
      String text = pick(texts, chance);
      return chance.nextInt(40) == 0
          ? FuzzInput.told(text.getBytes(StandardCharsets.UTF_8), true)
          : FuzzInput.told(damage.hit(text, pick(texts, chance), chance), false);
    };
  }

  /** A KML that is sound or not in an archive that is sound or not. */
  static RegistryTarget.Maker kmz() throws IOException {
    RegistryTarget.Maker documents = kml();
    return chance -> {
      FuzzInput document = documents.make(chance);
      var files = new LinkedHashMap<String, byte[]>();
      files.put(chance.nextInt(4) > 0 ? "doc.kml" : "a/b.KML", document.bytes());
      if (chance.nextInt(3) == 0) {
        files.put("icons/x.png", new byte[chance.nextInt(300)]);
        files.put(chance.nextBoolean() ? "../doc.kml" : "more.kml", document.bytes());
      }
      byte[] zip = ZipDamage.packed(files, chance.nextBoolean());
      boolean isHit = chance.nextBoolean();
      return new FuzzInput(isHit ? ZipDamage.hit(zip, chance) : zip, false, document.bytes());
    };
  }

  /** All parts in one archive; checksums are right unless the archive itself is hit. */
  static RegistryTarget.Maker shapefile() throws IOException {
    List<String> names = List.of("utf8", "qgis", "old", "lonlat");
    List<String> endings = List.of("shp", "shx", "dbf", "prj", "cpg");
    var seeds = new LinkedHashMap<String, byte[]>();
    for (String name : names.subList(0, 3)) {
      for (String ending : endings) {
        if (!(name + ending).equals("oldcpg")) {
          seeds.put(name + "." + ending, Seeds.planner(name + "." + ending));
        }
      }
    }
    for (String ending : List.of("shx", "dbf", "cpg")) {
      seeds.put("lonlat." + ending, seeds.get("utf8." + ending));
    }
    seeds.put("lonlat.shp", lonLat(seeds.get("utf8.shp")));
    seeds.put("lonlat.prj", LON_LAT.getBytes(StandardCharsets.UTF_8));
    return chance -> {
      String name = names.get(chance.nextBoolean() ? 3 : chance.nextInt(3));
      boolean whole = chance.nextInt(40) == 0 && !name.equals("old");
      var files = new LinkedHashMap<String, byte[]>();
      String hit = endings.get(chance.nextInt(10) < 6 ? 0 : chance.nextInt(endings.size()));
      for (String ending : endings) {
        byte[] part = seeds.get(name + "." + ending);
        boolean left = !whole && chance.nextInt(ending.equals("shx") ? 2 : 30) == 0;
        if (part != null && !left) {
          files.put(
              name + "." + ending,
              !whole && ending.equals(hit) ? hitPart(part, ending, seeds, chance) : part);
        }
      }
      byte[] zip = ZipDamage.packed(files, chance.nextBoolean());
      byte[] shp = files.getOrDefault(name + ".shp", new byte[0]);
      boolean isHit = !whole && chance.nextInt(5) == 0;
      return new FuzzInput(
          isHit ? ZipDamage.hit(zip, chance) : zip,
          whole,
          name.equals("lonlat") && !hit.equals("prj") ? shp : new byte[0]);
    };
  }

  /** Metres of UTM become degrees in that neighbourhood: boxes stay those of their vertices. */
  private static byte[] lonLat(byte[] shp) {
    byte[] moved = shp.clone();
    var file = ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 100; at + 8 <= moved.length; at += 4) {
      double metres = file.getDouble(at);
      if (metres > 1e5 && metres < 9e5) {
        file.putDouble(at, 103 + (metres - 4e5) * 1e-5);
      } else if (metres > 4e6 && metres < 7e6) {
        file.putDouble(at, 47 + (metres - 5.2e6) * 1e-5);
      }
    }
    return moved;
  }

  private static byte[] hitPart(
      byte[] part, String ending, LinkedHashMap<String, byte[]> seeds, SplittableRandom chance) {
    if (ending.equals("prj") && chance.nextBoolean()) {
      String other = new String(seeds.get("old.prj"), StandardCharsets.UTF_8);
      return TextDamage.of("GEOGCS", "PROJCS", "UNIT", "AUTHORITY", "[", "]", "[[", "\"\"")
          .hit(new String(part, StandardCharsets.UTF_8), other, chance);
    }
    boolean isBinary = ending.equals("shp") || ending.equals("shx") || ending.equals("dbf");
    if (!isBinary || chance.nextInt(4) == 0) {
      return ByteDamage.hit(part, seeds.get("utf8.shp"), chance);
    }
    byte[] hit = part.clone();
    int hits = 1 + chance.nextInt(3);
    for (int i = 0; i < hits; i++) {
      number(hit, ending.equals("dbf"), chance);
    }
    return hit;
  }

  /** A whole number of a header or record becomes another; doubles of vertices, too. */
  private static void number(byte[] hit, boolean table, SplittableRandom chance) {
    var file = ByteBuffer.wrap(hit);
    boolean early = chance.nextInt(3) == 0;
    int at = chance.nextInt(early ? 28 : hit.length / 4 - 2) * (table && early ? 1 : 4);
    at = Math.min(at, hit.length - 8);
    file.order(chance.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    switch (chance.nextInt(5)) {
      case 0 -> file.putInt(at, (int) ByteDamage.oddNumber(chance));
      case 1 -> file.putInt(at, file.getInt(at) + chance.nextInt(-3, 4));
      case 2 -> file.putShort(at, (short) ByteDamage.oddNumber(chance));
      case 3 -> file.putInt(at, chance.nextInt(40));
      default -> file.putDouble(at, ByteDamage.oddDouble(chance));
    }
  }

  static <T> T pick(List<T> list, SplittableRandom chance) {
    return list.get(chance.nextInt(list.size()));
  }
}

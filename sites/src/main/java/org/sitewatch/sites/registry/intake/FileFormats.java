package org.sitewatch.sites.registry.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.GeoJsonReader;
import org.sitewatch.sites.registry.archive.BoundedFile;
import org.sitewatch.sites.registry.archive.ZipContent;
import org.sitewatch.sites.registry.csv.CsvReader;
import org.sitewatch.sites.registry.kml.KmlReader;

/** Tells formats apart by how a file begins, not by its name. */
final class FileFormats {
  private static final int START_BYTES = 4096;
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  private static final byte[] SHP = {0, 0, 0x27, 0x0A};
  private static final byte[] UTF_16 = {(byte) 0xFF, (byte) 0xFE};

  private final Path path;
  private final String name;
  private final IntakeOptions options;

  private FileFormats(Path path, IntakeOptions options) {
    this.path = path;
    this.name = String.valueOf(path.getFileName());
    this.options = options;
  }

  static PlannerFile open(Path path, IntakeOptions options) throws IOException {
    return new FileFormats(path, options).open();
  }

  private PlannerFile open() throws IOException {
    String ending = Shapefiles.ending(name);
    if (Shapefiles.ENDINGS.contains(ending) && !ending.equals("shp")) {
      throw refusal(name + " is a part of a shapefile; give the .shp, with all parts beside it");
    }
    byte[] start = start();
    if (startsWith(start, SQLITE)) {
      return new GeoPackageLayers(name, path, options.epsg());
    }
    if (startsWith(start, ZIP) || startsWith(start, EMPTY_ZIP)) {
      return packed();
    }
    if (startsWith(start, SHP)) {
      return Shapefiles.beside(path, options);
    }
    return switch (firstSign(start)) {
      case '<' -> kml("KML", BoundedFile.read(path), new TreeMap<>());
      case '{', '[' -> {
        try (var in = Files.newInputStream(path)) {
          yield new OneLayer("GeoJSON", GeoJsonReader.layer(name, in));
        }
      }
      default -> table(start);
    };
  }

  private PlannerFile table(byte[] start) throws IOException {
    boolean binary =
        !startsWith(start, UTF_16)
            && new String(start, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
    if (start.length == 0 || binary || ending("shp")) {
      throw refusal(
          name
              + (start.length == 0 ? " is empty" : " is of no format that is read")
              + "; expected GeoPackage, Shapefile (.shp or .zip), KML, KMZ, GeoJSON or CSV");
    }
    byte[] bytes = BoundedFile.read(path);
    return new OneLayer(
        "CSV", CsvReader.layer(name, bytes, options.columns(), options.charset(), options.epsg()));
  }

  private boolean ending(String expected) {
    return Shapefiles.ending(name).equals(expected);
  }

  private PlannerFile packed() throws IOException {
    SortedMap<String, byte[]> content =
        ZipContent.read(
            path,
            file -> file.endsWith(".kml") || Shapefiles.ENDINGS.contains(Shapefiles.ending(file)));
    var shapefiles = Shapefiles.packed(name, content, options);
    if (shapefiles.isPresent()) {
      return shapefiles.get();
    }
    List<String> documents =
        content.keySet().stream()
            .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(".kml"))
            .toList();
    String main =
        documents.contains("doc.kml") || documents.size() != 1 ? "doc.kml" : documents.get(0);
    if (!content.containsKey(main)) {
      throw refusal(
          documents.isEmpty()
              ? name + " has neither a shapefile nor a KML in it; unpack it and give its file"
              : name + " has several KML files and no doc.kml: " + String.join(", ", documents));
    }
    return kml("KMZ", content.get(main), content);
  }

  private PlannerFile kml(String format, byte[] bytes, SortedMap<String, byte[]> archive) {
    return new KmlFolders(format, KmlReader.layer(name, bytes, archive));
  }

  private byte[] start() throws IOException {
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(START_BYTES);
    }
  }

  /** The first letter after byte order marks and blanks, a blank if there is none. */
  private static char firstSign(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    for (char sign : text.toCharArray()) {
      boolean isMark = "\u00ef\u00bb\u00bf\u00fe\u00ff\0".indexOf(sign) >= 0;
      if (!isMark && !Character.isWhitespace(sign)) {
        return sign;
      }
    }
    return ' ';
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static UserException refusal(String sentence) {
    return new UserException(ExitCode.REGISTRY_INVALID, sentence);
  }
}

package org.sitewatch.sites.registry.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RawLayer;
import org.sitewatch.sites.registry.archive.BoundedFile;
import org.sitewatch.sites.registry.shapefile.ShapefileParts;
import org.sitewatch.sites.registry.shapefile.ShapefileReader;

/**
 * Shapefiles, packed in an archive or one beside its other files.
 *
 * @param byName each with its parts
 */
record Shapefiles(String format, SortedMap<String, ShapefileParts> byName, IntakeOptions options)
    implements PlannerFile {
  static final List<String> ENDINGS = List.of("shp", "shx", "dbf", "prj", "cpg");

  /** The file and those beside it that differ in their ending only, in any case. */
  static Shapefiles beside(Path shp, IntakeOptions options) throws IOException {
    String stem = stem(String.valueOf(shp.getFileName()));
    var parts = new HashMap<String, byte[]>();
    parts.put("shp", BoundedFile.read(shp));
    Path folder = shp.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        String ending = ending(name);
        boolean own = stem(name).equalsIgnoreCase(stem) && ENDINGS.contains(ending);
        if (own && !parts.containsKey(ending) && Files.isRegularFile(file)) {
          parts.put(ending, BoundedFile.read(file));
        }
      }
    }
    var byName = new TreeMap<String, ShapefileParts>();
    byName.put(stem, new ShapefileParts(stem, parts));
    return new Shapefiles("Shapefile", byName, options);
  }

  /**
   * @param content by path in the archive
   * @return empty if there is no shapefile in it
   */
  static Optional<Shapefiles> packed(
      String archive, SortedMap<String, byte[]> content, IntakeOptions options) {
    var parts = new TreeMap<String, Map<String, byte[]>>();
    var names = new TreeMap<String, String>();
    content.forEach(
        (path, bytes) -> {
          if (!ENDINGS.contains(ending(path))) {
            return;
          }
          String stem = stem(path).toLowerCase(Locale.ROOT);
          names.putIfAbsent(stem, stem(path).replaceFirst("(?s).*/", ""));
          var own = parts.computeIfAbsent(stem, any -> new HashMap<>());
          if (own.put(ending(path), bytes) != null) {
            throw new UserException(
                ExitCode.REGISTRY_INVALID, archive + " has two files called " + path);
          }
        });
    var byName = new TreeMap<String, ShapefileParts>();
    parts.forEach(
        (stem, own) -> {
          if (own.containsKey("shp")) {
            String plain = names.get(stem);
            String name = byName.containsKey(plain) ? stem : plain;
            byName.put(name, new ShapefileParts(name, own));
          }
        });
    return byName.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shapefiles("Shapefile (zip)", byName, options));
  }

  @Override
  public List<String> layers() {
    return List.copyOf(byName.keySet());
  }

  @Override
  public RawLayer read(String layer) {
    return ShapefileReader.layer(byName.get(layer), options.charset(), options.epsg());
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

package org.sitewatch.sites.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/** An empty registry with all fields, for planners to draw into. */
public final class RegistryTemplate {
  private RegistryTemplate() {}

  /**
   * A GeoPackage with its form for a file that is called {@code .gpkg}; else a GeoJSON with one
   * empty feature, which carries the fields and is passed over when read, and its form beside it.
   */
  public static void write(Path file) {
    if (isGeoPackage(file)) {
      RegistryWriter.writeGeoPackage(SiteRegistry.of(List.of()), file);
      return;
    }
    try {
      WholeFile.write(file, beside -> Files.writeString(beside, geoJson()));
      WholeFile.write(formOf(file), beside -> Files.writeString(beside, QgisForm.qml()));
    } catch (IOException e) {
      throw new UserException(ExitCode.UNAVAILABLE, "cannot write " + file + ": " + e, e);
    }
  }

  /** All files that would be written. */
  public static List<Path> filesOf(Path file) {
    return isGeoPackage(file) ? List.of(file) : List.of(file, formOf(file));
  }

  private static boolean isGeoPackage(Path file) {
    return file.toString().endsWith(".gpkg");
  }

  /** QGIS loads a style of the same name by itself. */
  private static Path formOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int end = name.lastIndexOf('.');
    return file.resolveSibling((end > 0 ? name.substring(0, end) : name) + ".qml");
  }

  private static String geoJson() {
    ObjectNode feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
    ObjectNode properties = feature.putObject("properties");
    for (RegistryField field : RegistryField.values()) {
      properties.putNull(field.label());
    }
    ObjectNode nothing = feature.putObject("geometry").put("type", "MultiPolygon");
    nothing.putArray("coordinates"); // else QGIS takes it for a table

    return "{\"type\":\"FeatureCollection\",\"features\":[\n" + feature + "\n]}\n";
  }
}

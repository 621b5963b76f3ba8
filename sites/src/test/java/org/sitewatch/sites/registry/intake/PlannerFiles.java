package org.sitewatch.sites.registry.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.csv.CsvColumns;
import org.sitewatch.sites.registry.mapping.FieldRole;
import org.sitewatch.sites.registry.text.TextCharset;

/** Files made by other programs; how each was made stands in the README beside them. */
final class PlannerFiles {
  static final double NONE = Double.NaN;

  private PlannerFiles() {}

  static Path file(String name) {
    try {
      Path readme =
          Path.of(
              PlannerFiles.class
                  .getResource("/org/sitewatch/sites/registry/planners/README.md")
                  .toURI());
      return readme.resolveSibling(name);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file and those that differ from it in their ending only. */
  static Path copy(String name, Path folder) {
    String stem = name.substring(0, name.lastIndexOf('.') + 1);
    try (Stream<Path> files = Files.list(file(name).getParent())) {
      for (Path file : files.toList()) {
        String own = file.getFileName().toString();
        if (own.equals(name) || (name.endsWith(".shp") && own.startsWith(stem))) {
          Files.write(folder.resolve(own), Files.readAllBytes(file));
        }
      }
      return folder.resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Intake read(String name) {
    return SiteIntake.read(file(name), IntakeOptions.GUESSED);
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IntakeOptions fields(FieldRole role, String field) {
    return new IntakeOptions(
        Map.of(role, field), CsvColumns.GUESSED, LayerChoice.ANY, Optional.empty(), 0, NONE, NONE);
  }

  static IntakeOptions metres(double radius_m, double buffer_m) {
    return new IntakeOptions(
        Map.of(), CsvColumns.GUESSED, LayerChoice.ANY, Optional.empty(), 0, radius_m, buffer_m);
  }

  static IntakeOptions layers(String layer, String core, String buffer) {
    var byZone = new EnumMap<Zone, String>(Zone.class);
    if (layer.isEmpty()) {
      byZone.put(Zone.CORE, core);
      byZone.put(Zone.BUFFER, buffer);
    }
    return new IntakeOptions(
        Map.of(),
        CsvColumns.GUESSED,
        new LayerChoice(layer, byZone),
        Optional.empty(),
        0,
        NONE,
        NONE);
  }

  static IntakeOptions said(String charset, int epsg) {
    return new IntakeOptions(
        Map.of(),
        CsvColumns.GUESSED,
        LayerChoice.ANY,
        charset.isEmpty() ? Optional.empty() : TextCharset.named(charset),
        epsg,
        NONE,
        NONE);
  }

  static List<String> messages(SiteImport sites) {
    return sites.findings().stream().map(found -> found.code() + " " + found.message()).toList();
  }

  static List<RegistryFinding.Code> codes(SiteImport sites) {
    return sites.findings().stream().map(RegistryFinding::code).distinct().toList();
  }

  /** Same sites, names, priorities and designations; outlines within a centimetre. */
  static void assertSameSites(List<Site> expected, List<Site> actual) {
    assertEquals(
        expected.stream().map(PlannerFiles::words).toList(),
        actual.stream().map(PlannerFiles::words).toList());
    for (int i = 0; i < expected.size(); i++) {
      for (Zone zone : expected.get(i).zones().keySet()) {
        assertSameArea(expected.get(i).zones().get(zone), actual.get(i).zones().get(zone));
      }
    }
  }

  private static String words(Site site) {
    return "%s|%s|%s|%s|%s"
        .formatted(
            site.id(), site.name(), site.zones().keySet(), site.priority(), site.designation());
  }

  static void assertSameArea(Geometry expected, Geometry actual) {
    assertTrue(isSameArea(expected, actual), () -> expected + "\n" + actual);
  }

  /** Vertices at the same places within a centimetre. */
  static boolean isSameArea(Geometry expected, Geometry actual) {
    double tolerance_degrees = 1e-7;
    return expected.norm().equalsExact(actual.norm(), tolerance_degrees);
  }
}

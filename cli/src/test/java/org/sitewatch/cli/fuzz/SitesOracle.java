package org.sitewatch.cli.fuzz;

import static org.sitewatch.cli.fuzz.WrongValueException.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.RegistryWriter;
import org.sitewatch.sites.registry.SiteImport;

/** What must hold of sites that were taken, whatever the file was. */
final class SitesOracle {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final double SPLIT_LON = 180;

  /** No outline of the seeds has as many. */
  private static final int CIRCLE_VERTICES = 32;

  private final Path again;

  /**
   * @param again a file of its own, to write sites to and read them again
   */
  SitesOracle(Path again) {
    this.again = again;
  }

  /** Sites are sound, and what is written of them is read as the same. */
  void checkSites(SiteImport found, boolean writes) throws IOException {
    List<Site> sites = found.validSites();
    var ids = new HashSet<String>();
    for (Site site : sites) {
      check(ids.add(site.id()), "two sites of one id");
      boolean isWord =
          site.id().length() <= 200 && site.id().chars().noneMatch(Character::isISOControl);
      check(isWord, "an id with odd letters");
      site.zones().values().forEach(SitesOracle::checkOutline);
    }
    if (sites.isEmpty() || !writes) {
      return;
    }
    byte[] written = RegistryWriter.geoJson(found.registry());
    Files.write(again, written);
    SiteImport read = RegistryReader.read(again);
    check(
        Arrays.equals(written, RegistryWriter.geoJson(read.registry())),
        "sites written and read again differ: " + read.findings().stream().findFirst());
  }

  private static void checkOutline(MultiPolygon outline) {
    check(!outline.isEmpty() && outline.getArea() > 0, "an empty outline");
    check(outline.isValid(), "an invalid outline");
    for (Coordinate at : outline.getCoordinates()) {
      check(Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90, "an outline off the earth");
    }
  }

  /** Every vertex is two numbers of a text; a decimal comma is a point. */
  static void checkVerticesInText(SiteImport found, byte[] text) {
    if (found.validSites().isEmpty()) {
      return;
    }
    String letters =
        new String(text, StandardCharsets.ISO_8859_1).replace("\0", ""); // UTF-16 has them
    Set<Long> numbers = new HashSet<>();
    for (String reading : List.of(letters, letters.replace(',', '.'))) {
      var matcher = NUMBER.matcher(reading);
      while (matcher.find()) {
        numbers.add(place(Double.parseDouble(matcher.group())));
      }
    }
    for (Site site : untold(found)) {
      for (MultiPolygon outline : drawn(site)) {
        for (Coordinate at : outline.getCoordinates()) {
          check(
              numbers.contains(place(at.x)) && numbers.contains(place(at.y)) || isSplit(at),
              "a vertex that the file does not have: " + at.x + " " + at.y);
        }
      }
    }
  }

  /** Sites of which nothing is told: where parts overlap and become one, vertices are new. */
  private static List<Site> untold(SiteImport found) {
    Set<String> told = new HashSet<>();
    found.findings().forEach(finding -> told.add(finding.siteId()));
    return found.validSites().stream().filter(site -> !told.contains(site.id())).toList();
  }

  /** Without circles that were made around points, as wide as a field of the file says. */
  private static List<MultiPolygon> drawn(Site site) {
    return site.zones().values().stream()
        .filter(outline -> outline.getNumPoints() < CIRCLE_VERTICES)
        .toList();
  }

  /** On the grid that outlines are kept on, in 1e-9 degrees. */
  private static long place(double degrees) {
    return Math.round(degrees * 1e9);
  }

  /** Made where an outline is cut at the antimeridian. */
  private static boolean isSplit(Coordinate at) {
    return Math.abs(at.x) == SPLIT_LON;
  }

  /** Every vertex is two doubles, one after the other, in either order of bytes. */
  static void checkVerticesInBytes(SiteImport found, byte[] bytes) {
    if (found.validSites().isEmpty()) {
      return;
    }
    var pairs = new HashSet<List<Long>>();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      var file = ByteBuffer.wrap(bytes).order(order);
      for (int at = 0; at + 16 <= bytes.length; at++) {
        double x = file.getDouble(at);
        if (Math.abs(x) <= 360) {
          pairs.add(List.of(place(x), place(file.getDouble(at + 8))));
        }
      }
    }
    for (Site site : untold(found)) {
      for (MultiPolygon outline : drawn(site)) {
        for (Coordinate at : outline.getCoordinates()) {
          check(
              pairs.contains(List.of(place(at.x), place(at.y))) || isSplit(at),
              "a vertex that the file does not have: " + at.x + " " + at.y);
        }
      }
    }
  }
}

package org.sitewatch.cli.fuzz;

import static org.sitewatch.cli.fuzz.WrongValueException.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
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

  /** Every vertex is two numbers of a text, or follows from them; a decimal comma is a point. */
  static void checkVerticesInText(SiteImport found, byte[] text) {
    if (found.validSites().isEmpty()) {
      return;
    }
    String letters =
        new String(text, StandardCharsets.ISO_8859_1).replace("\0", ""); // UTF-16 has them
    Set<Long> numbers = new HashSet<>();
    var readings = new ArrayList<List<Double>>();
    for (String reading : List.of(letters, letters.replace(',', '.'))) {
      var inOrder = NUMBER.matcher(reading).results();
      List<Double> values = inOrder.map(word -> Double.parseDouble(word.group())).toList();
      values.forEach(value -> numbers.add(place(value)));
      readings.add(values);
    }
    checkVertices(
        found,
        at -> numbers.contains(place(at.x)) && numbers.contains(place(at.y)),
        () -> {
          var edges = new ArrayList<LineSegment>();
          for (List<Double> values : readings) {
            addEdges(values.size(), 1, values::get, edges);
          }
          return edges;
        });
  }

  private static void checkVertices(
      SiteImport found, Predicate<Coordinate> stands, Supplier<List<LineSegment>> edges) {
    for (Site site : found.validSites()) {
      for (MultiPolygon outline : drawn(site)) {
        for (Coordinate at : outline.getCoordinates()) {
          check(
              stands.test(at) || isSplit(at) || new Crossings(edges.get()).explain(outline, at),
              "a vertex that the file does not have: " + at.x + " " + at.y);
        }
      }
    }
  }

  /**
   * What may be an edge: from two numbers to the next two, where a vertex has two to four.
   *
   * @param count of places where a number may stand
   * @param step from one number to the next
   */
  private static void addEdges(
      int count, int step, IntFunction<Double> number, List<LineSegment> edges) {
    for (int at = 0; at + step < count; at++) {
      var from = new Coordinate(number.apply(at), number.apply(at + step));
      for (int size = 2; size <= 4 && isOnEarth(from); size++) {
        int next = at + size * step;
        if (next + step < count) {
          var to = new Coordinate(number.apply(next), number.apply(next + step));
          if (isOnEarth(to)) {
            edges.add(new LineSegment(from, to));
          }
        }
      }
    }
  }

  /** As far as anybody writes it. */
  private static boolean isOnEarth(Coordinate at) {
    return Math.abs(at.x) <= 360 && Math.abs(at.y) <= 360;
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

  /** Every vertex is two doubles, one after the other, in either order of bytes, or follows. */
  static void checkVerticesInBytes(SiteImport found, byte[] bytes) {
    if (found.validSites().isEmpty()) {
      return;
    }
    var pairs = new HashSet<List<Long>>();
    List<ByteBuffer> readings =
        List.of(
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN),
            ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN));
    for (ByteBuffer file : readings) {
      for (int at = 0; at + 16 <= bytes.length; at++) {
        double x = file.getDouble(at);
        if (Math.abs(x) <= 360) {
          pairs.add(List.of(place(x), place(file.getDouble(at + 8))));
        }
      }
    }
    checkVertices(
        found,
        at -> pairs.contains(List.of(place(at.x), place(at.y))),
        () -> {
          var edges = new ArrayList<LineSegment>();
          for (ByteBuffer file : readings) {
            addEdges(bytes.length - 7, Double.BYTES, file::getDouble, edges);
          }
          return edges;
        });
  }
}

package org.sitewatch.report.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.sites.GroundDistance;

/**
 * Looks through files for the public for anything that tells where a site is or what it is called.
 * It knows nothing of how they were made: it reads them as somebody would who searches for a place.
 */
final class LeakCheck {
  /** Shorter ids and names are in any text by chance. */
  private static final int SHORTEST_WORD = 5;

  /** A degree of latitude is 110.6 km at least. */
  private static final double KEEP_AWAY_DEGREES = PublicCells.KEEP_AWAY_M / 110_500;

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final STRtree sites = new STRtree();
  private final List<String> words;

  LeakCheck(RunRecords records) {
    for (SiteRecord site : records.sites()) {
      if (!site.outline().isEmpty()) {
        sites.insert(site.outline().getEnvelopeInternal(), site);
      }
    }
    sites.build();
    words =
        Stream.concat(
                records.sites().stream().flatMap(site -> Stream.of(site.id(), site.name())),
                records.disturbances().stream().map(DisturbanceRecord::id))
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(word -> word.length() >= SHORTEST_WORD)
            .distinct()
            .sorted()
            .toList();
  }

  /** The first thing that gives a site away, in one sentence for those who may know it. */
  Optional<String> findLeak(SortedMap<String, byte[]> files) {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String text = new String(file.getValue(), StandardCharsets.UTF_8);
      Optional<String> leak =
          place(text).or(() -> word(values(file.getKey(), text))).or(() -> day(text));
      if (leak.isPresent()) {
        return Optional.of(file.getKey() + ": " + leak.get());
      }
    }
    return Optional.empty();
  }

  /** Any two numbers in a row are taken for a coordinate, in either order. */
  private Optional<String> place(String text) {
    List<String> numbers = NUMBER.matcher(text).results().map(MatchResult::group).toList();
    for (int i = 1; i < numbers.size(); i++) {
      String one = numbers.get(i - 1);
      String other = numbers.get(i);
      if (one.contains(".") || other.contains(".")) {
        Optional<String> leak = siteNear(one, other).or(() -> siteNear(other, one));
        if (leak.isPresent()) {
          return leak;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> siteNear(String lonText, String latText) {
    double lon = Double.parseDouble(lonText);
    double lat = Double.parseDouble(latText);
    if (Math.abs(lon) > 180 || Math.abs(lat) >= 90) {
      return Optional.empty();
    }
    for (double turn = -360; turn <= 360; turn += 360) { // across the antimeridian too
      var place = new Coordinate(lon + turn, lat);
      var around = new Envelope(place);
      around.expandBy(
          KEEP_AWAY_DEGREES / StrictMath.cos(StrictMath.toRadians(lat)), KEEP_AWAY_DEGREES);
      for (Object found : sites.query(around)) {
        SiteRecord site = (SiteRecord) found;
        if (isNear(place, site.outline())) {
          return Optional.of(
              "the numbers %s, %s are a place within %.0f m of site '%s'"
                  .formatted(lonText, latText, PublicCells.KEEP_AWAY_M, site.id()));
        }
      }
    }
    return Optional.empty();
  }

  static boolean isNear(Coordinate place, Geometry site) {
    Geometry hull = site.convexHull();
    return hull.covers(hull.getFactory().createPoint(place))
        || isNear(place, hull.getCentroid().getCoordinate())
        || Arrays.stream(site.getCoordinates()).anyMatch(vertex -> isNear(place, vertex));
  }

  private static boolean isNear(Coordinate one, Coordinate other) {
    return GroundDistance.of_m(one.x, one.y, other.x, other.y) < PublicCells.KEEP_AWAY_M;
  }

  private Optional<String> word(List<String> values) {
    for (String value : values) {
      String folded = value.toLowerCase(Locale.ROOT);
      Optional<String> found = words.stream().filter(folded::contains).findFirst();
      if (found.isPresent()) {
        return found.map(word -> "'" + value + "' holds the id or name '" + word + "'");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> day(String text) {
    Matcher day = DAY.matcher(text);
    return day.find() ? Optional.of("'" + day.group() + "' is an exact date") : Optional.empty();
  }

  /** What a file tells, without the names of its fields. */
  private static List<String> values(String file, String text) {
    var values = new ArrayList<String>();
    if (file.endsWith("json")) {
      try {
        collect(MAPPER.readTree(text), values);
      } catch (IOException broken) {
        throw new UncheckedIOException(file + " is no JSON", broken);
      }
    } else {
      text.lines().skip(1).flatMap(line -> Stream.of(line.split(","))).forEach(values::add);
    }
    return values;
  }

  private static void collect(JsonNode node, List<String> values) {
    if (node.isTextual()) {
      values.add(node.textValue());
    }
    node.forEach(deeper -> collect(deeper, values));
  }
}

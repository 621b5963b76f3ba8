package org.sitewatch.report.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.sites.Site;

/**
 * Authorised works as a site's attributes tell them: {@code works_from}, {@code works_to}, {@code
 * works_wkt}, {@code works_permit}; further ones with a number, {@code works_2_from} and so on.
 *
 * @param works that can be used
 * @param faults a sentence each on those that cannot: they lower no rank
 */
public record SiteWorks(List<AuthorisedWorks> works, List<String> faults) {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("works(?:_([1-9]\\d?))?_(from|to|wkt|permit)");
  private static final int LONGEST_WKT = 1 << 20;

  public SiteWorks {
    works = List.copyOf(works);
    faults = List.copyOf(faults);
  }

  public static SiteWorks of(Site site) {
    var groups = new TreeMap<Integer, TreeMap<String, String>>();
    site.attributes()
        .forEach(
            (name, value) -> {
              Matcher parts = ATTRIBUTE.matcher(name.toLowerCase(Locale.ROOT));
              String text = value.toString().strip();
              if (parts.matches() && !text.isEmpty()) {
                int number = parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1));
                groups
                    .computeIfAbsent(number, any -> new TreeMap<>())
                    .putIfAbsent(parts.group(2), text);
              }
            });
    var works = new ArrayList<AuthorisedWorks>();
    var faults = new ArrayList<String>();
    groups.forEach(
        (number, words) -> {
          try {
            works.add(works(words, site));
          } catch (IllegalArgumentException wrong) {
            faults.add(
                "site '%s': authorised works %d lower no rank: %s"
                    .formatted(site.id(), number, wrong.getMessage()));
          }
        });
    return new SiteWorks(works, faults);
  }

  /** The works that a disturbance may be of, the first if there are several. */
  Optional<AuthorisedWorks> findFor(Disturbance disturbance) {
    return works.stream().filter(one -> one.explain(disturbance)).findFirst();
  }

  private static AuthorisedWorks works(TreeMap<String, String> words, Site site) {
    if (!words.containsKey("from")) {
      throw new IllegalArgumentException(
          "works_from is missing beside works_"
              + String.join(", works_", new TreeSet<>(words.keySet())));
    }
    return new AuthorisedWorks(
        day("works_from", words.get("from")),
        words.containsKey("to") ? day("works_to", words.get("to")) : LocalDate.MAX,
        words.containsKey("wkt") ? place(words.get("wkt"), site) : site.area(),
        words.getOrDefault("permit", ""));
  }

  private static LocalDate day(String name, String text) {
    try {
      return ReviewDay.parse(text);
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(name + " " + wrong.getMessage(), wrong);
    }
  }

  private static Geometry place(String wkt, Site site) {
    Geometry place;
    try {
      if (wkt.length() > LONGEST_WKT) {
        throw new IllegalArgumentException("works_wkt has over " + LONGEST_WKT + " characters");
      }
      place = new WKTReader().read(wkt);
    } catch (ParseException wrong) {
      throw new IllegalArgumentException("works_wkt is no WKT: " + wrong.getMessage(), wrong);
    }
    if (!(place instanceof Polygonal) || place.isEmpty()) {
      throw new IllegalArgumentException(
          "works_wkt must be a POLYGON or MULTIPOLYGON, got " + place.getGeometryType());
    }
    if (!place.isValid()) {
      throw new IllegalArgumentException("works_wkt crosses itself or is not closed; draw it anew");
    }
    if (!place.getEnvelopeInternal().intersects(site.area().getEnvelopeInternal())) {
      throw new IllegalArgumentException(
          "works_wkt lies away from the site; WKT has longitude first, latitude second");
    }
    return place;
  }
}

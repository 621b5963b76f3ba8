package org.sitewatch.sites.registry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.GroundDistance;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/**
 * How one site differs between two versions of a registry.
 *
 * @param moved_m between the centroids of all its zones together
 * @param areaBefore_m2 of all its zones together, on the ellipsoid
 * @param areaAfter_m2 likewise
 * @param outlines zones that are in both versions with other outlines
 * @param fields name, priority, designation, zones and free attributes that differ, by name
 */
public record SiteChange(
    String siteId,
    double moved_m,
    double areaBefore_m2,
    double areaAfter_m2,
    List<Zone> outlines,
    List<Field> fields)
    implements Serializable {

  /** What files keep of a degree: two outlines that agree in it are the same. */
  private static final double SAME_DEGREES = 0.5e-9;

  private static final String ZONES = "zones";
  private static final double SAME_AREA_PCT = 0.1;
  private static final double MOVED_M = 1;

  /**
   * One field that differs.
   *
   * @param from empty if there was none
   * @param to empty if there is none now
   */
  public record Field(String name, String from, String to) implements Serializable {}

  public SiteChange {
    outlines = List.copyOf(outlines);
    fields = List.copyOf(fields);
  }

  /**
   * @param before and after have one id
   */
  public static SiteChange between(Site before, Site after) {
    Point from = before.area().getCentroid();
    Point to = after.area().getCentroid();
    return new SiteChange(
        after.id(),
        GroundDistance.of_m(from.getX(), from.getY(), to.getX(), to.getY()),
        GeodesicArea.area_m2(before.area()),
        GeodesicArea.area_m2(after.area()),
        outlines(before, after),
        fields(before, after));
  }

  /** What was done to a site, the gravest first. */
  public enum Kind {
    /** Its outline, its zones or both. */
    EDITED,
    /** Its outline lies elsewhere, of the same size. */
    MOVED,
    /** Only what is written about it. */
    ATTRIBUTES;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By how it looks: what was moved and changed by less than a thousandth counts as moved. */
  public Kind kind() {
    boolean zones = fields.stream().anyMatch(field -> field.name().equals(ZONES));
    if (outlines.isEmpty() && !zones) {
      return Kind.ATTRIBUTES;
    }
    boolean same = Math.abs(areaChange_pct()) < SAME_AREA_PCT;
    return same && !zones && moved_m > MOVED_M ? Kind.MOVED : Kind.EDITED;
  }

  /** Whether anything differs at all. */
  public boolean isChange() {
    return !outlines.isEmpty() || !fields.isEmpty();
  }

  /** Percent of the area before: 100 for twice as much. */
  public double areaChange_pct() {
    return 100 * (areaAfter_m2 - areaBefore_m2) / areaBefore_m2;
  }

  private static List<Zone> outlines(Site before, Site after) {
    var changed = new ArrayList<Zone>();
    for (Zone zone : after.zones().keySet()) {
      MultiPolygon old = before.zones().get(zone);
      if (old != null && !old.norm().equalsExact(after.zones().get(zone).norm(), SAME_DEGREES)) {
        changed.add(zone);
      }
    }
    return changed;
  }

  private static List<Field> fields(Site before, Site after) {
    var fields = new ArrayList<Field>();
    add(fields, RawFeature.NAME, before.name(), after.name());
    add(fields, RawFeature.PRIORITY, before.priority(), after.priority());
    add(fields, RawFeature.DESIGNATION, before.designation(), after.designation());
    add(fields, ZONES, zones(before), zones(after));
    var names = new TreeSet<>(before.attributes().keySet());
    names.addAll(after.attributes().keySet());
    for (String name : names) {
      add(
          fields,
          name,
          before.attributes().getOrDefault(name, ""),
          after.attributes().getOrDefault(name, ""));
    }
    return fields;
  }

  private static void add(List<Field> fields, String name, Object from, Object to) {
    if (!from.equals(to)) {
      fields.add(new Field(name, text(from), text(to)));
    }
  }

  private static String text(Object value) {
    return value instanceof Double number ? CanonicalNumber.ofDouble(number) : value.toString();
  }

  private static String zones(Site site) {
    return String.join("+", site.zones().keySet().stream().map(Zone::label).toList());
  }
}

package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * One feature of a registry file before any check.
 *
 * @param label how to find it in the file: {@code feature 3}
 * @param properties scalars only: String, Long, Double, Boolean
 * @param outline lon/lat degrees, or whatever the file calls so
 * @param flaws what the reader saw
 */
public record RawFeature(
    String label, SortedMap<String, Object> properties, Outline outline, List<Flaw> flaws) {
  public static final String ID = "id";

  /** The id a GeoJSON feature has beside its properties; often a mere row number. */
  public static final String FEATURE_ID = "feature_id";

  public static final String NAME = "name";
  public static final String ZONE = "zone";
  public static final String PRIORITY = "priority";
  public static final String DESIGNATION = "designation";
  public static final List<String> FIELDS = List.of(ID, NAME, ZONE, PRIORITY, DESIGNATION);

  private static final int MAX_ID_LENGTH = 200;

  /** The id, or empty if there is none or it cannot serve. */
  public String id() {
    return text(ID);
  }

  /** Why the id will not do, empty if it will. */
  Optional<String> idProblem() {
    String id = id();
    if (id.isEmpty()) {
      return Optional.of("has no id; give every site an id of its own");
    }
    if (id.length() > MAX_ID_LENGTH) {
      return Optional.of("has an id of over " + MAX_ID_LENGTH + " characters");
    }
    return id.chars().anyMatch(Character::isISOControl)
        ? Optional.of("has a control character in its id")
        : Optional.empty();
  }

  String name() {
    return text(NAME);
  }

  String designation() {
    return text(DESIGNATION);
  }

  /** Core if none is named; empty, with a flaw, for an unknown word. */
  public Optional<Zone> zone(List<Flaw> found) {
    String word = text(ZONE);
    for (Zone zone : Zone.values()) {
      if (word.isEmpty() || zone.label().equalsIgnoreCase(word)) {
        return Optional.of(zone);
      }
    }
    found.add(VocabularyCheck.unknownZone(word));
    return Optional.empty();
  }

  /** 1 to 5; empty if none is given, or, with a flaw, if it is not that. */
  Optional<Integer> priority(List<Flaw> found) {
    String text = text(PRIORITY);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches("[1-5](\\.0+)?")) {
      return Optional.of(text.charAt(0) - '0');
    }
    found.add(
        Flaw.error(Code.A2, "priority must be 1 (highest) to 5, got '" + text + "'; correct it"));
    return Optional.empty();
  }

  /** The feature's own id serves where its properties have none. */
  RawFeature withOwnId() {
    if (!properties.containsKey(FEATURE_ID) || keyOf(ID).isPresent()) {
      return this;
    }
    var own = new TreeMap<>(properties);
    own.put(ID, own.remove(FEATURE_ID));
    return new RawFeature(label, own, outline, flaws);
  }

  /** Places without an extent become a flaw. */
  RawFeature withoutPoints() {
    if (!outline.isPoints()) {
      return this;
    }
    var more = new ArrayList<>(flaws);
    more.add(Flaw.error(Code.G1, "a Point is no outline; draw a polygon"));
    return new RawFeature(label, properties, Outline.NONE, more);
  }

  /** All but the fields that have a place of their own. */
  SortedMap<String, Object> attributes() {
    var attributes = new TreeMap<>(properties);
    FIELDS.forEach(field -> keyOf(field).ifPresent(attributes::remove));
    return attributes;
  }

  private String text(String field) {
    return keyOf(field).map(properties::get).map(RawFeature::text).orElse("").strip();
  }

  /** A number of whole value is the same id with and without decimals. */
  public static String text(Object value) {
    boolean whole = value instanceof Double number && number == Math.rint(number);
    return whole && Math.abs((Double) value) < 1e15
        ? Long.toString(((Double) value).longValue())
        : value instanceof Double number ? CanonicalNumber.ofDouble(number) : value.toString();
  }

  /** The field by its name, else by its name in any case. */
  private Optional<String> keyOf(String field) {
    if (properties.containsKey(field)) {
      return Optional.of(field);
    }
    return properties.keySet().stream().filter(field::equalsIgnoreCase).findFirst();
  }

  public static RawFeature of(
      String label, Map<String, Object> properties, Outline outline, List<Flaw> flaws) {
    return new RawFeature(label, new TreeMap<>(properties), outline, List.copyOf(flaws));
  }
}

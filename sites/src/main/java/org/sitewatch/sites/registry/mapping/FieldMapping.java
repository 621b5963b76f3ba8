package org.sitewatch.sites.registry.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RawFeature;

/**
 * Which field of a layer is taken for what, and why.
 *
 * @param sources by role; roles without a field are not in it
 * @param notices guesses that were not taken, a sentence each
 */
public record FieldMapping(Map<FieldRole, Source> sources, List<String> notices) {
  /** How the fields of a registry are called that are not taken for what they are called. */
  static final String KEPT = "_in_file";

  /**
   * A field and who says that it is meant.
   *
   * @param given by the user; else it was guessed
   */
  public record Source(String field, boolean given) {}

  public FieldMapping {
    var sorted = new EnumMap<FieldRole, Source>(FieldRole.class);
    sorted.putAll(sources);
    sources = Collections.unmodifiableMap(sorted);
    notices = List.copyOf(notices);
  }

  public Optional<String> field(FieldRole role) {
    return Optional.ofNullable(sources.get(role)).map(Source::field);
  }

  /** The feature with the fields of a registry; its other attributes stay. */
  public RawFeature applied(RawFeature feature) {
    var properties = new TreeMap<String, Object>();
    Set<String> moved =
        sources.entrySet().stream()
            .filter(source -> source.getKey() != FieldRole.RADIUS)
            .map(source -> source.getValue().field())
            .collect(Collectors.toSet());
    feature
        .properties()
        .forEach(
            (name, value) -> {
              boolean clashes = RawFeature.FIELDS.stream().anyMatch(name::equalsIgnoreCase);
              if (!moved.contains(name) && !name.equals(RawFeature.FEATURE_ID)) {
                properties.put(clashes ? name + KEPT : name, value);
              }
            });
    for (FieldRole role : sources.keySet()) {
      Object value = feature.properties().get(sources.get(role).field());
      if (value == null || role == FieldRole.RADIUS) {
        continue;
      }
      properties.put(role.label(), role == FieldRole.ZONE ? zoneLabel(value) : value);
    }
    return RawFeature.of(feature.label(), properties, feature.outline(), feature.flaws());
  }

  /** The registry's word where it is known, else the word as it is. */
  private static Object zoneLabel(Object value) {
    String text = RawFeature.text(value);
    return ZoneWord.find(text).map(Zone::label).orElse(text);
  }

  /** Whether names serve as ids, for want of any. */
  public boolean idIsName() {
    Source id = sources.get(FieldRole.ID);
    Source name = sources.get(FieldRole.NAME);
    return id != null && name != null && id.field().equals(name.field());
  }

  /** A line that says all: {@code id ← 'Code' (guessed), name ← none, …}. */
  public String words() {
    var parts = new ArrayList<String>();
    for (FieldRole role : FieldRole.values()) {
      Source source = sources.get(role);
      String from =
          source == null
              ? "none"
              : "'" + source.field() + "'" + (source.given() ? "" : " (guessed)");
      parts.add(role.label() + " ← " + from);
    }
    return String.join(", ", parts);
  }

  /** Names of all fields, sorted. */
  static List<String> fieldsOf(List<RawFeature> features) {
    var names = new TreeSet<String>();
    features.forEach(feature -> names.addAll(feature.properties().keySet()));
    return List.copyOf(names);
  }
}

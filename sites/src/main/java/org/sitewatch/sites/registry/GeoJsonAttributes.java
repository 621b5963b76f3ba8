package org.sitewatch.sites.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * The properties of a GeoJSON feature as flat attributes: what is nested, as in exports of Arches,
 * gets the names on its way joined by a point; several values under one name are joined by {@code
 * "; "}.
 */
final class GeoJsonAttributes {
  /** Half of a pair of UTF-16, as {@code "\\ud800"} can say it: no file could hold it. */
  private static final Pattern HALF_LETTER = Pattern.compile("\\p{Cs}");

  private final TreeMap<String, List<Object>> values = new TreeMap<>();
  private final TreeSet<String> odd = new TreeSet<>();

  private GeoJsonAttributes() {}

  static TreeMap<String, Object> of(JsonNode properties, List<Flaw> flaws) {
    var attributes = new GeoJsonAttributes();
    properties.properties().forEach(field -> attributes.add(field.getKey(), field.getValue()));
    for (String name : attributes.odd) {
      String text = "attribute '" + name + "' is no text or number; it is left out";
      flaws.add(Flaw.warning(Code.A4, text));
    }
    var flat = new TreeMap<String, Object>();
    attributes.values.forEach((name, all) -> flat.put(name, joined(all)));
    return flat;
  }

  private void add(String name, JsonNode value) {
    if (hasHalfLetter(name)) {
      odd.add(HALF_LETTER.matcher(name).replaceAll("?"));
    } else if (value.isObject()) {
      value.properties().forEach(field -> add(name + "." + field.getKey(), field.getValue()));
    } else if (value.isArray()) {
      value.forEach(one -> add(name, one));
    } else if (!value.isNull()) {
      Optional<Object> scalar = scalar(value);
      scalar.ifPresent(known -> values.computeIfAbsent(name, any -> new ArrayList<>()).add(known));
      if (scalar.isEmpty()) {
        odd.add(name);
      }
    }
  }

  private static Object joined(List<Object> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    return String.join("; ", all.stream().map(RawFeature::text).toList());
  }

  private static boolean hasHalfLetter(String text) {
    return HALF_LETTER.matcher(text).find();
  }

  /** Empty for what is no text, number or yes/no. */
  static Optional<Object> scalar(JsonNode value) {
    if (value.isTextual()) {
      return hasHalfLetter(value.textValue()) ? Optional.empty() : Optional.of(value.textValue());
    }
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue());
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return Optional.of(value.longValue());
    }
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? Optional.of(value.doubleValue())
        : Optional.empty();
  }
}

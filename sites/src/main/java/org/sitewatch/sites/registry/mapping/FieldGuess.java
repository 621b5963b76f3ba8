package org.sitewatch.sites.registry.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.mapping.FieldMapping.Source;
import org.sitewatch.sites.registry.text.PlainNumber;

/** Finds the fields that were asked for, and guesses the others by name and by what they hold. */
public final class FieldGuess {
  /** What to say for a field in order to have none. */
  public static final String NONE = "none";

  private static final int MAX_SHOWN = 40;

  private final List<RawFeature> features;
  private final boolean nameMayServe;
  private final List<String> fields;
  private final Map<String, String> wordOf = new HashMap<>();
  private final Map<FieldRole, Source> sources = new EnumMap<>(FieldRole.class);
  private final List<String> notices = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private FieldGuess(List<RawFeature> features, boolean nameMayServe) {
    this.features = features;
    this.nameMayServe = nameMayServe;
    this.fields = FieldMapping.fieldsOf(features);
    fields.forEach(field -> wordOf.put(field, FieldWord.of(field)));
  }

  /**
   * @param given names by role; {@link #NONE} for no field
   * @param nameMayServe whether a file without any id, as from Google Earth, has its names as ids
   * @throws UserException if a given field is not there
   */
  public static FieldMapping of(
      List<RawFeature> features, Map<FieldRole, String> given, boolean nameMayServe) {
    var guess = new FieldGuess(features, nameMayServe);
    given.forEach(guess::take);
    for (FieldRole role : FieldRole.values()) {
      if (!given.containsKey(role)) {
        guess.guess(role);
      }
    }
    Source name = guess.sources.get(FieldRole.NAME);
    if (nameMayServe && name != null && !given.containsKey(FieldRole.ID)) {
      guess.sources.putIfAbsent(FieldRole.ID, new Source(name.field(), name.given()));
    }
    if (!guess.sources.containsKey(FieldRole.ID) && !features.isEmpty()) {
      guess.notices.add(
          "no field is taken for the id, there are %s; say --id-field"
              .formatted(Quote.list(guess.fields)));
    }
    return new FieldMapping(guess.sources, guess.notices);
  }

  private void take(FieldRole role, String wanted) {
    Optional<String> found = FieldWord.find(wanted, fields);
    if (found.isEmpty() && wanted.equals(NONE)) {
      return;
    }
    String field =
        found.orElseThrow(
            () ->
                new UserException(
                    ExitCode.USAGE,
                    "%s: there is no field '%s'; there are %s"
                        .formatted(role.option(), wanted, Quote.list(fields))));
    sources.put(role, new Source(field, true));
    taken.add(field);
  }

  private void guess(FieldRole role) {
    for (String word : role.words()) {
      for (String field : fields) {
        boolean meant = wordOf.get(field).equals(word);
        if (meant && !taken.contains(field) && fits(role, field)) {
          sources.put(role, new Source(field, false));
          taken.add(field);
          return;
        }
      }
    }
    List<String> cut =
        fields.stream()
            .filter(field -> !taken.contains(field) && isCutFromOnly(role, field))
            .toList();
    if (cut.size() == 1 && fits(role, cut.get(0))) {
      sources.put(role, new Source(cut.get(0), false));
      taken.add(cut.get(0));
    }
  }

  /** What is left of a name must not be the start of one of another role as well. */
  private static boolean isCutFromOnly(FieldRole role, String field) {
    List<FieldRole> roles =
        Stream.of(FieldRole.values())
            .filter(any -> any.words().stream().anyMatch(word -> FieldWord.isCutFrom(field, word)))
            .toList();
    return roles.equals(List.of(role));
  }

  /** A field called as in a registry is meant, whatever it holds; others must hold such values. */
  private boolean fits(FieldRole role, String field) {
    if (role.label().equalsIgnoreCase(field)) {
      return true;
    }
    List<String> values =
        features.stream()
            .map(feature -> feature.properties().get(field))
            .filter(value -> value != null)
            .map(value -> RawFeature.text(value).strip())
            .filter(text -> !text.isEmpty())
            .toList();
    Optional<String> odd =
        switch (role) {
          case PRIORITY -> first(values, text -> !text.matches("[1-5]"));
          case RADIUS -> first(values, text -> !isPositive(text));
          case ZONE ->
              values.stream().anyMatch(text -> ZoneWord.find(text).isPresent())
                  ? Optional.empty()
                  : first(values, text -> true);
          case ID ->
              nameMayServe && values.size() < features.size()
                  ? Optional.of("some features have none")
                  : field.equals(RawFeature.FEATURE_ID) && areRowNumbers(values)
                      ? Optional.of("it numbers the features of this file")
                      : Optional.empty();
          default -> Optional.empty();
        };
    odd.ifPresent(
        why ->
            notices.add(
                "field '%s' is not taken for the %s: %s; %s %s takes it all the same"
                    .formatted(field, role.label(), why, role.option(), quoted(field))));
    return odd.isEmpty() && !values.isEmpty();
  }

  private static boolean areRowNumbers(List<String> values) {
    return values.stream()
        .allMatch(text -> text.matches("\\d{1,9}") && Integer.parseInt(text) <= values.size());
  }

  private static Optional<String> first(List<String> values, Predicate<String> odd) {
    return values.stream()
        .filter(odd)
        .findFirst()
        .map(text -> text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text)
        .map(text -> "it holds '" + text + "'");
  }

  private static boolean isPositive(String text) {
    OptionalDouble number = PlainNumber.parse(text.replace(',', '.'));
    return number.isPresent() && number.getAsDouble() > 0;
  }

  private static String quoted(String field) {
    return field.matches("\\w+") ? field : "'" + field + "'";
  }
}

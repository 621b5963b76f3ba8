package org.sitewatch.sites.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * A2: words outside their vocabulary and values of the wrong form. Other programs' fields may carry
 * the same names, so that the site is used all the same.
 */
final class VocabularyCheck {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?([T ].*)?");
  private static final String DAY = "(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
  private static final Pattern SEASONS =
      Pattern.compile(DAY + "/" + DAY + "(\\s*,\\s*" + DAY + "/" + DAY + ")*");

  /** Shorter names are too like each other. */
  private static final int MIN_NAME = 5;

  private static final int LONG_NAME = 9;

  private VocabularyCheck() {}

  static void check(Site site, List<Flaw> flaws) {
    for (Map.Entry<String, Object> attribute : site.attributes().entrySet()) {
      String value = attribute.getValue().toString().strip();
      RegistryField.findLabel(attribute.getKey())
          .ifPresentOrElse(
              field -> checkValue(field, value, flaws),
              () -> checkName(attribute.getKey(), site, flaws));
    }
  }

  private static void checkValue(RegistryField field, String value, List<Flaw> flaws) {
    if (value.isEmpty()) {
      return;
    }
    switch (field.kind()) {
      case WORD -> {
        if (field.words().stream().noneMatch(value::equalsIgnoreCase)) {
          flaws.add(unknownWord(field, value));
        }
      }
      case DATE -> checkForm(DATE, "a date like 2024-05-17", field, value, flaws);
      case SEASONS -> checkForm(SEASONS, "days like 11-01/03-31", field, value, flaws);
      default -> {
        // any text will do
      }
    }
  }

  private static Flaw unknownWord(RegistryField field, String value) {
    String but =
        field == RegistryField.LAND_COVER ? "; its own history tells instead" : meant(field, value);
    return Flaw.warning(
        Code.A2,
        "unknown %s '%s', expected %s%s"
            .formatted(field.label(), value, enumeration(field.words()), but));
  }

  /** As the last part of a message, with the words that are nearest. */
  private static String meant(RegistryField field, String value) {
    List<String> nearest = NearestWords.of(value, field.words());
    return nearest.isEmpty()
        ? "; choose one of them"
        : "; nearest: '" + String.join("', '", nearest) + "'";
  }

  /** For a word that a site cannot do without. */
  static Flaw unknownZone(String word) {
    return Flaw.error(
        Code.A2,
        "unknown zone '%s', expected %s%s"
            .formatted(
                word, enumeration(RegistryField.ZONE.words()), meant(RegistryField.ZONE, word)));
  }

  private static String enumeration(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static void checkForm(
      Pattern form, String example, RegistryField field, String value, List<Flaw> flaws) {
    if (!form.matcher(value).matches()) {
      flaws.add(
          Flaw.warning(
              Code.A2,
              "%s must be %s, got '%s'; write it so".formatted(field.label(), example, value)));
    }
  }

  /** A misspelt field is kept as a free attribute and does nothing. */
  private static void checkName(String name, Site site, List<Flaw> flaws) {
    int most = name.length() >= LONG_NAME ? 2 : name.length() >= MIN_NAME ? 1 : 0;
    var meant = new TreeSet<String>();
    for (RegistryField field : RegistryField.values()) {
      int edits = NearestWords.edits(name, field.label());
      if (edits > 0 && edits <= most && !isGiven(field, site)) {
        meant.add(field.label());
      }
    }
    if (!meant.isEmpty()) {
      flaws.add(
          Flaw.warning(
              Code.A2,
              "unknown field '%s' is kept as it is; if '%s' is meant, rename it"
                  .formatted(name, meant.first())));
    }
  }

  private static boolean isGiven(RegistryField field, Site site) {
    return switch (field) {
      case ID -> true;
      case NAME -> !site.name().equals(site.id());
      case ZONE -> !site.zones().keySet().equals(java.util.Set.of(Zone.CORE));
      case PRIORITY -> site.priority() != Site.DEFAULT_PRIORITY;
      case DESIGNATION -> !site.designation().isEmpty();
      default -> site.attributes().keySet().stream().anyMatch(field.label()::equalsIgnoreCase);
    };
  }
}

package org.sitewatch.sites.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields a registry is kept in, in the order of the template. A file may have others: they are
 * kept as they are. Words of the vocabularies are those of EAMENA where it has them.
 */
public enum RegistryField {
  ID(Kind.TEXT, "Unique and stable: alerts and history hang on it"),
  NAME(Kind.TEXT, "Name in Latin script"),
  NAME_LOCAL(Kind.TEXT, "Name in the local script"),
  ZONE(Kind.WORD, "Part of the site", "core", "buffer", "setting"),
  PRIORITY(Kind.LEVEL, "1 (most important) to 5"),
  DESIGNATION(Kind.TEXT, "Designation type"),
  GRADE(Kind.TEXT, "I to V or 1 to 5; ranks before the priority"),
  DESIGNATED_ON(Kind.DATE, "Date of designation"),
  LEGAL_BASIS(Kind.TEXT, "Act, decree, list"),
  CUSTODIAN(Kind.TEXT, "Who is responsible"),
  SENSITIVITY(Kind.WORD, "Who may know the place", "restricted", "public"),
  GEOMETRY_QUALIFIER(
      Kind.WORD,
      "What the outline shows",
      "Perimeter Polygon",
      "Property Boundary",
      "Buffer Polygon",
      "Center Point",
      "Footprint Polygon",
      "Circumscribed Polygon"),
  LOCATION_CERTAINTY(
      Kind.WORD,
      "How sure the place is",
      "Negligible",
      "Low",
      "Medium",
      "High",
      "Definite",
      "Not Applicable"),
  LAND_COVER(Kind.WORD, "What grows there", "bare", "grass", "crop"),
  SOURCE(Kind.TEXT, "Where the outline comes from"),
  SOURCE_DATE(Kind.DATE, "Date of the source"),
  AUTHOR(Kind.TEXT, "Who drew it"),
  AUTHORISED_WORKS(Kind.TEXT, "Licensed dig, restoration"),
  AUTHORISED_FROM(Kind.DATE, "First day of the works"),
  AUTHORISED_UNTIL(Kind.DATE, "Last day of the works"),
  SEASON_MASK(Kind.SEASONS, "Seasons that say nothing, as 11-01/03-31"),
  NOTES(Kind.TEXT, "Anything else");

  /** What a value must look like. */
  public enum Kind {
    TEXT,
    /** One word of a vocabulary. */
    WORD,
    /** A whole number from 1 to 5. */
    LEVEL,
    /** 2024, 2024-05 or 2024-05-17. */
    DATE,
    /** 11-01/03-31, several divided by commas. */
    SEASONS
  }

  private final Kind kind;
  private final String meaning;
  private final List<String> words;

  RegistryField(Kind kind, String meaning, String... words) {
    this.kind = kind;
    this.meaning = meaning;
    this.words = List.of(words);
  }

  /** As files have it: {@code legal_basis}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Kind kind() {
    return kind;
  }

  /** One line. */
  public String meaning() {
    return meaning;
  }

  /** The vocabulary, empty for a field without one. */
  public List<String> words() {
    return words;
  }

  static Optional<RegistryField> findLabel(String name) {
    return Arrays.stream(values())
        .filter(field -> field.label().equalsIgnoreCase(name))
        .findFirst();
  }
}

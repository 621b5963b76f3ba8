package org.sitewatch.detect.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a disturbance looks like from above, with the words of the EAMENA vocabulary. Pixels show
 * what was done to the ground, never by which right: no type says looting.
 */
public enum DisturbanceType {
  PITS("Unknown", "Excavation (Unclassified)", "Earth Displacement"),
  EARTHMOVING("Unknown", "Clearance (Bulldozing/Levelling)", "Alteration of Terrain"),
  TRACK("Infrastructure/Transport", "Road/Track", "Compacting"),
  CONSTRUCTION("Building and Development", "Construction", "Covered"),
  PLOUGHING("Agricultural/Pastoral", "Ploughing", "Earth Displacement"),
  FIRE("Unknown", "Fire", "Burning"),
  FLOOD("Natural", "Flooding", "Water Damage"),
  /** Nothing is known of it. */
  OTHER("Unknown", "Unknown", "Unknown");

  private final String causeCategory;
  private final String causeType;
  private final String effect;

  DisturbanceType(String causeCategory, String causeType, String effect) {
    this.causeCategory = causeCategory;
    this.causeType = causeType;
    this.effect = effect;
  }

  /** The word in reports and model files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DisturbanceType> findLabel(String label) {
    return Arrays.stream(values()).filter(type -> type.label().equals(label)).findFirst();
  }

  /** EAMENA "Disturbance Cause Category Type". */
  public String causeCategory() {
    return causeCategory;
  }

  /** EAMENA "Disturbance Cause Type". */
  public String causeType() {
    return causeType;
  }

  /** EAMENA "Effect Type". */
  public String effect() {
    return effect;
  }
}

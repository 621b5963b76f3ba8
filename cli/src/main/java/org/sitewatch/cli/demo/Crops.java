package org.sitewatch.cli.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What stands on every field parcel on a day: green, stubble or turned soil. */
final class Crops {
  /** Parcel numbers run from 1 to this; 0 is no field. */
  static final int PARCELS = 1023;

  /** The day on which winter grain comes up on its fields all over the region. */
  static final LocalDate AUTUMN_GREEN_UP = LocalDate.of(2024, 9, 12);

  private static final double WHEAT_SHARE = 0.45;
  private static final double MEADOW_SHARE = 0.2;
  private static final double WINTER_GRAIN_SHARE = 0.12;

  private final float[] green = new float[PARCELS + 1];
  private final float[] dry = new float[PARCELS + 1];
  private final float[] tilled = new float[PARCELS + 1];

  Crops(LocalDate date) {
    for (int parcel = 1; parcel <= PARCELS; parcel++) {
      grow(parcel, date);
    }
  }

  private void grow(int parcel, LocalDate date) {
    long own = CounterNoise.key(CounterNoise.key(DemoWorld.SEED, "crop"), parcel);
    long year = CounterNoise.key(own, date.getYear());
    double kind = CounterNoise.uniform(own);
    int day = date.getDayOfYear();
    if (kind < WHEAT_SHARE) {
      double harvest = 246 + 7 * CounterNoise.normal(year);
      double ploughed = harvest + CounterNoise.uniform(year, 3, 18, 60);
      double vigour = CounterNoise.uniform(year, 4, 0.7, 0.95);
      boolean isStanding = day < harvest;
      green[parcel] = (float) (isStanding ? vigour * Seasons.hump(day, 202, 22, 26) : 0);
      dry[parcel] = day < harvest - 40 ? 0.1f : isStanding ? 0.7f - 0.6f * green[parcel] : 0.5f;
      if (day > ploughed || day < 140) {
        dry[parcel] = 0.12f;
        tilled[parcel] = day < 140 ? 0.05f : (float) (0.18 * StrictMath.exp((ploughed - day) / 60));
      }
    } else if (kind < WHEAT_SHARE + MEADOW_SHARE) {
      green[parcel] = (float) (0.8 * Seasons.hump(day, 205, 45, 50));
      dry[parcel] = 0.6f * (1 - green[parcel]);
    } else if (kind < WHEAT_SHARE + MEADOW_SHARE + WINTER_GRAIN_SHARE) {
      double age = ChronoUnit.DAYS.between(AUTUMN_GREEN_UP, date);
      green[parcel] = age < 0 ? 0.06f : (float) Math.min(0.55, 0.06 + 0.02 * age);
      tilled[parcel] = age > -25 ? 0.06f : 0;
      dry[parcel] = age < 0 ? 0.25f : 0.05f;
    } else {
      green[parcel] = (float) (0.2 * Seasons.hump(day, 195, 30, 40));
      dry[parcel] = 0.3f;
    }
  }

  float green(int parcel) {
    return green[parcel];
  }

  float dry(int parcel) {
    return dry[parcel];
  }

  /** Share of its brightness that the soil has lost by being turned. */
  float tilled(int parcel) {
    return tilled[parcel];
  }
}

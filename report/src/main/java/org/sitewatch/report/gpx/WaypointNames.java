package org.sitewatch.report.gpx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitewatch.report.records.DisturbanceRecord;

/**
 * Names that a receiver shows whole: rank and site, at most {@value #LONGEST} letters of ASCII, no
 * two alike whatever their case.
 */
final class WaypointNames {
  static final int LONGEST = 14;

  private WaypointNames() {}

  /** One for each, in their order. */
  static List<String> of(List<DisturbanceRecord> disturbances) {
    var names = new ArrayList<String>();
    Set<String> taken = new HashSet<>();
    for (DisturbanceRecord disturbance : disturbances) {
      String start = String.format(Locale.ROOT, "%03d", Math.max(0, disturbance.rank()));
      String name = cut(start + " " + ascii(disturbance.siteId()), LONGEST);
      for (int n = 2; !taken.add(name); n++) {
        name = cut(start, LONGEST - 1 - Integer.toString(n).length()) + "." + n;
      }
      names.add(name);
    }
    return names;
  }

  /** Capital letters and digits: what the oldest receivers have. */
  private static String ascii(String siteId) {
    return siteId.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "");
  }

  private static String cut(String name, int length) {
    return name.substring(0, Math.min(length, name.length())).strip();
  }
}

package org.sitewatch.report.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.report.TestDisturbances;
import org.sitewatch.report.records.Evidence.LookPoint;

class CourseTest {
  /** From 3 to 13 May, of which the record counts three looks. */
  private static final Disturbance DISTURBANCE = TestDisturbances.one().at("karakorum");

  @Test
  void whereTheRecordCountsAllTheyShowIt() {
    assertEquals(
        List.of("clear", "disturbed", "cloud", "disturbed", "disturbed", "clear"),
        told(
            "04-28 clear",
            "05-03 clear",
            "05-06 cloud",
            "05-08 clear",
            "05-13 clear",
            "05-18 clear"));
  }

  @Test
  void whereItCountsFewerOnlyThoseItNamesAreToldAsShowingIt() {
    assertEquals(
        List.of("clear", "disturbed", "since", "since", "disturbed"),
        told("04-28 clear", "05-03 clear", "05-06 clear", "05-08 clear", "05-13 clear"));
  }

  private static List<String> told(String... looks) {
    var points = new ArrayList<LookPoint>();
    for (String look : looks) {
      Instant utc = Instant.parse("2024-" + look.substring(0, 5) + "T04:00:00Z");
      points.add(new LookPoint(utc, look, look.substring(6), 1, 0.2, 0.1, 0.2, 0.1));
    }
    return Course.told(DISTURBANCE, points).stream().map(LookPoint::state).toList();
  }
}

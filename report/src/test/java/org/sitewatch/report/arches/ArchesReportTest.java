package org.sitewatch.report.arches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.report.records.TestRecords;
import org.sitewatch.report.words.Words;

class ArchesReportTest {
  @TempDir Path folder;

  private static List<String> lines(TestRecords run) {
    byte[] csv = ArchesReport.files(run.read(), Words.ENGLISH).get("arches-append.csv");
    return new String(csv, StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void theHeaderIsThatOfTheBulkAppendToTheLetter() {
    assertEquals(
        List.of(
            "ResourceID,Assessment Investigator - Actor,Investigator Role Type,Assessment Activity"
                + " Type,Assessment Activity Date,Damage Extent Type,Disturbance Cause Category"
                + " Type,Disturbance Cause Type,Disturbance Cause Certainty,Disturbance Date"
                + " From,Disturbance Date To,Disturbance Date Occurred Before,Effect Type,Effect"
                + " Certainty,Threat Category,Threat Cause Type,Threat Probability"),
        lines(TestRecords.in(folder)));
  }

  @Test
  void aCauseIsNeverSurerThanThatThereWasAnything() {
    TestRecords run = TestRecords.in(folder);
    for (String[] words :
        new String[][] {{"High", "Low"}, {"Low", "High"}, {"High", "Unknown"}, {"Low", "Medium"}}) {
      run.disturbance(words[0] + words[1], "a", "confirmed")
          .put("certainty", words[0])
          .put("cause_certainty", words[1])
          .put("cause_type", words[1].equals("Unknown") ? "Unknown" : "Road/Track")
          .put("effect_type", words[1].equals("Unknown") ? "Unknown" : "Compacting");
    }
    List<String> lines = lines(run);
    assertTrue(lines.get(1).contains(",Road/Track,Low,"), lines.get(1));
    assertTrue(lines.get(1).contains(",Compacting,Low,"), lines.get(1));
    assertTrue(lines.get(2).contains(",Road/Track,Low,"), lines.get(2));
    assertTrue(lines.get(3).contains(",Unknown,High,"), lines.get(3));
    assertTrue(lines.get(4).contains(",Road/Track,Low,"), lines.get(4));
  }

  @Test
  void anOpenIntervalIsOnlyBeforeAndTheDismissedStayOut() {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed")
        .put("occurred_from", "2024-04-28")
        .put("occurred_to", "2024-05-03");
    run.disturbance("b-1", "b", "first").putNull("occurred_from").put("occurred_to", "2024-05-03");
    run.disturbance("c-1", "c", "dismissed");
    List<String> lines = lines(run);
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).contains(",2024-04-28,2024-05-03,,"), lines.get(1));
    assertTrue(lines.get(2).contains(",,,2024-05-03,"), lines.get(2));
    assertTrue(lines.get(1).startsWith("a,,,,2024-05-19,"), lines.get(1));
  }

  @Test
  void anIdThatLooksLikeAFormulaIsNone() {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "=1+1,\u202E\"x\"", "first");
    assertTrue(lines(run).get(1).startsWith("\"'=1+1,\"\"x\"\"\",,"), lines(run).get(1));
  }
}

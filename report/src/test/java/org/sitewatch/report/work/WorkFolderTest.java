package org.sitewatch.report.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.detect.job.SiteResult;

class WorkFolderTest {
  @TempDir Path folder;

  @Test
  void resultsComeInOrderOfIdsWhichFileNamesDoNotHave() throws Exception {
    var work = new WorkFolder(folder.resolve("2024-W37"));
    for (String id : List.of("a-b", "é", "b", "a")) {
      work.put(result(id));
    }
    var ids = new ArrayList<String>();
    work.forEachResult(result -> ids.add(result.findings().siteId()));
    assertEquals(List.of("a", "a-b", "b", "é"), ids);
    Path state = Files.createDirectories(folder.resolve("state"));
    work.states().writeTo(state);
    assertEquals("state of a-b", Files.readString(state.resolve("a-b.json")));
  }

  private static SiteResult result(String id) {
    var unseen = new LookOutcome.Unseen("s1", LocalDate.EPOCH, "generic", LookOutcome.Cause.CLOUD);
    return new SiteResult(
        new SiteFindings(id, List.of(), List.of(unseen), null, 0, 0, HeldBudget.NONE),
        "state of " + id,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        new TreeMap<>());
  }
}

package org.sitewatch.report.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.detect.job.SiteResult;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

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
  }

  @Test
  void resultsAndStatesComeAsTheyWerePutOrNotAtAll() throws Exception {
    var work = new WorkFolder(folder.resolve("2024-W37"));
    work.put(result("a"));
    work.put(result("a-b"));
    work.finish(HEADER);
    Path state = Files.createDirectories(folder.resolve("state"));
    work.states().writeTo(state);
    assertEquals("state of a-b", Files.readString(state.resolve("a-b.json")));
    assertEquals(HEADER, work.readHeader());
    Path ofOne = work.folder().resolve("states/a-b.json");
    Files.writeString(ofOne, "state of a");
    refused(work);
    Files.delete(ofOne);
    refused(work);
    Files.writeString(ofOne, "state of a-b");
    work.readHeader();
    Files.delete(work.folder().resolve("sites/a.json"));
    refused(work);
  }

  private static void refused(WorkFolder work) {
    UserException other = assertThrows(UserException.class, work::readHeader);
    assertEquals(ExitCode.INTEGRITY, other.exitCode());
    assertTrue(
        other
            .getMessage()
            .endsWith(
                "(results or states are not those that were put); run"
                    + " 'sitewatch detect' again"),
        other.getMessage());
  }

  @Test
  void sitesWithoutAStateLeaveNone() throws Exception {
    var work = new WorkFolder(folder.resolve("2024-W37"));
    work.put(result("a", ""));
    work.finish(HEADER);
    Path state = Files.createDirectories(folder.resolve("state"));
    work.states().writeTo(state);
    assertEquals(0, state.toFile().list().length);
  }

  @Test
  void aFolderOfAnotherVersionIsMadeAgain() throws Exception {
    var work = new WorkFolder(folder.resolve("2024-W37"));
    work.put(result("a"));
    work.finish(HEADER);
    assertEquals(HEADER, work.readHeader());
    Path header = work.folder().resolve("run.json");
    Files.writeString(header, Files.readString(header).replace("\"schema\":3", "\"schema\":2"));
    UserException other = assertThrows(UserException.class, work::readHeader);
    assertEquals(ExitCode.USAGE, other.exitCode());
    assertTrue(other.getMessage().contains("another version"), other.getMessage());
  }

  private static final WorkFolder.Header HEADER =
      new WorkFolder.Header(
          "2024-W37",
          new Period(LocalDate.of(2024, 9, 8), LocalDate.of(2024, 9, 15)),
          new TreeMap<>(),
          ClassPools.NONE,
          "",
          new TreeMap<>(Map.of("s1", "ab")),
          List.of());

  private static SiteResult result(String id) {
    return result(id, "state of " + id);
  }

  private static SiteResult result(String id, String state) {
    var unseen = new LookOutcome.Unseen("s1", LocalDate.EPOCH, "generic", LookOutcome.Cause.CLOUD);
    return new SiteResult(
        new SiteFindings(id, List.of(), List.of(unseen), null, 0, 0, HeldBudget.NONE),
        state,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        new TreeMap<>());
  }
}

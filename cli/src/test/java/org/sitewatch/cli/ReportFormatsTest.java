package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A committed run in other forms and for other eyes. */
@Tag("slow")
class ReportFormatsTest {
  private static final int USAGE = 2;
  private static final int INTEGRITY = 6;

  @TempDir static Path shared;
  static SmallWorkspace scanned;

  @TempDir Path folder;

  @BeforeAll
  static void scanOneWeek() {
    scanned = SmallWorkspace.registered(shared.resolve("scanned"));
    scanned.scanWeek(FIRST_WEEK).exits(0);
  }

  @Test
  void theCsvHasALineADisturbance() throws IOException {
    Path out = folder.resolve("out");
    Ran ran = scanned.run("report", "--format", "csv", "--output", out).exits(0);
    assertEquals(out, ran.path());
    List<String> lines = Files.readAllLines(out.resolve("summary.csv"));
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("\uFEFFrank,id,site_id,site_name,"), lines.get(0));
    assertTrue(lines.get(1).startsWith("1,alpha-20240911-a,alpha,Site alpha,"), lines.get(1));
  }

  @Test
  void theSameFormIsTheSameBytesAndMayBeAskedForTwice() throws IOException {
    Path out = folder.resolve("out");
    for (int i = 0; i < 2; i++) {
      scanned
          .run("report", "--run", FIRST_WEEK, "--format", "geojson,csv", "--output", out)
          .exits(0);
    }
    for (String file : List.of("disturbances.geojson", "coverage.geojson")) {
      assertArrayEquals(
          Files.readAllBytes(scanned.runDirectory(FIRST_WEEK).resolve(file)),
          Files.readAllBytes(out.resolve(file)));
    }
    Files.writeString(out.resolve("summary.csv"), "mine");
    scanned.run("report", "--format", "csv", "--output", out).refuses(USAGE, "--force");
    scanned.run("report", "--format", "csv", "--output", out, "--force").exits(0);
  }

  @Test
  void thePublicIsToldNoPlaceNoNameAndNoDay() throws IOException {
    Path out = folder.resolve("out");
    scanned
        .run("report", "--format", "csv,geojson", "--audience", "public", "--output", out)
        .exits(0);
    var contents = SmallWorkspace.contents(out);
    assertEquals(3, contents.size(), contents.keySet().toString());
    contents.forEach(
        (name, text) -> {
          assertTrue(name.contains(".public."), name);
          for (String secret : List.of("alpha", "beta", "Site", "2024-09-11", "2024-W37")) {
            assertFalse(text.contains(secret), name + " tells " + secret + ": " + text);
          }
          assertTrue(text.contains("2024-09") && text.contains("102.0_47.0"), name + ": " + text);
        });
  }

  @Test
  void twoAudiencesDoNotShareAFolder() {
    Path out = folder.resolve("out");
    scanned.run("report", "--format", "csv", "--output", out).exits(0);
    scanned
        .run("report", "--audience", "public", "--output", out)
        .refuses(USAGE, "summary.csv", "audience");
  }

  @Test
  void anotherFormIsRefusedWithoutAFolderAndInsideTheRun() throws IOException {
    scanned.run("report", "--format", "csv").refuses(USAGE, "--output");
    Path inside = scanned.runDirectory(FIRST_WEEK).resolve("csv");
    scanned.run("report", "--format", "csv", "--output", inside).refuses(USAGE, "runs/");
    Path link = Files.createSymbolicLink(folder.resolve("link"), scanned.runDirectory(FIRST_WEEK));
    scanned
        .run("report", "--format", "csv", "--output", link.resolve("csv"))
        .refuses(USAGE, "runs/");
    assertFalse(Files.exists(inside));
  }

  @Test
  void aDryRunWritesNothing() {
    Path out = folder.resolve("out");
    scanned.run("report", "--format", "csv", "--output", out, "--dry-run").exits(0);
    assertFalse(Files.exists(out));
  }

  @Test
  void aRunThatWasTamperedWithIsNotPutIntoOtherForms() throws IOException {
    SmallWorkspace own = scanned.copyTo(folder.resolve("own"));
    Path report = own.runDirectory(FIRST_WEEK).resolve("disturbances.geojson");
    Files.writeString(report, Files.readString(report).replaceFirst("alpha", "gamma"));
    own.run("report", "--format", "csv", "--output", folder.resolve("out"))
        .refuses(INTEGRITY, "disturbances.geojson");
  }
}

package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of verdicts, most of them made by other programs, as a user imports them. */
@Tag("slow")
class ReviewImportTest {
  private static final Path FILES = Path.of("src/test/resources/review");
  private static final String ID = "alpha-20240911-a";
  private static final int REFUSED = 4;
  private static final int PARTIAL = 5;
  private static final int INTEGRITY = 6;

  @TempDir static Path shared;
  static SmallWorkspace scanned;

  @TempDir Path folder;
  SmallWorkspace workspace;

  @BeforeAll
  static void scanOneWeek() {
    scanned = SmallWorkspace.registered(shared.resolve("scanned"));
    scanned.scanWeek(FIRST_WEEK).exits(0);
  }

  @BeforeEach
  void copy() {
    workspace = scanned.copyTo(folder.resolve("workspace"));
  }

  private Ran take(Path file, Object... more) {
    var words = new ArrayList<Object>(List.of(file));
    words.addAll(List.of(more));
    return workspace.run("review", "import", words.toArray());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("verdicts.csv"), text);
  }

  private JsonNode reviews() throws IOException {
    Ran list = workspace.run("review", "list", "--all", "--json").exits(0);
    return new ObjectMapper().readTree(list.out()).path("reviews");
  }

  private List<String> kept() throws IOException {
    Path reviews = workspace.root().resolve("reviews");
    if (!Files.exists(reviews)) {
      return List.of();
    }
    try (var files = Files.list(reviews)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "edited-gdal.geojson, false alarm (snow), snow in the pit",
    "edited-gdal.csv, natural, ус; \"цас\"",
    "unicode-text.csv, pending, ''"
  })
  void whatOtherProgramsSaveIsUnderstood(String name, String verdict, String note)
      throws IOException {
    take(FILES.resolve(name)).exits(0).says("1 verdicts taken in");
    JsonNode review = reviews().get(0);
    assertEquals(ID, review.path("id").asText());
    assertEquals(verdict, review.path("verdict").asText());
    assertEquals("2024-09-16", review.path("verified_on").asText());
    assertEquals(note, review.path("note").asText());
    assertEquals(FIRST_WEEK, review.path("run").asText());
  }

  @Test
  void theFilledSummaryComesBack() throws IOException {
    Path summary = workspace.runDirectory(FIRST_WEEK).resolve("summary.csv");
    List<String> lines = Files.readAllLines(summary);
    assertTrue(lines.get(0).endsWith(",verdict,verified_by,verified_on,note"), lines.get(0));
    String filled = lines.get(1).replaceFirst(",,,,$", ",illicit,Bat,17.09.2024,'=1+1");
    take(file(lines.get(0) + "\r\n" + filled + "\r\n")).exits(0);
    assertEquals("confirmed illicit", reviews().get(0).path("verdict").asText());
    assertEquals("=1+1", reviews().get(0).path("note").asText());
  }

  @Test
  void anUntouchedSummaryHasNothingToSay() throws IOException {
    take(workspace.runDirectory(FIRST_WEEK).resolve("summary.csv"))
        .exits(0)
        .says("0 verdicts taken in", "1 rows without one");
    assertEquals(List.of(), kept());
  }

  @Test
  void theSameImportTwiceChangesNothing() throws IOException {
    take(FILES.resolve("edited-gdal.csv")).exits(0);
    List<String> once = kept();
    take(FILES.resolve("edited-gdal.csv")).exits(0).says("0 verdicts taken in, 1 known already");
    assertEquals(once, kept());
    assertEquals(1, once.size());
  }

  @Test
  void aLaterVerdictSupersedesAndBothStay() throws IOException {
    take(FILES.resolve("edited-gdal.csv")).exits(0);
    take(FILES.resolve("edited-gdal.geojson")).exits(0);
    JsonNode both = reviews();
    assertEquals(2, both.size());
    assertFalse(both.get(0).path("holds").asBoolean());
    assertTrue(both.get(1).path("holds").asBoolean(), "of one day the later import holds");
    assertEquals(2, kept().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alpha-20240911-b,natural,2024-09-16 | no disturbance 'alpha-20240911-b' in 1 runs; did you mean 'alpha-20240911-a'?",
        "alpha-20240911-a,ilicit,2024-09-16 | unknown verdict 'ilicit'; did you mean",
        "alpha-20240911-a,flase alarm,2024-09-16 | did you mean 'false alarm (other)'?",
        "alpha-20240911-a,false alarm snw,2024-09-16 | did you mean 'false alarm (snow)'?",
        "alpha-20240911-a,natural,2999-01-01 | is in the future",
        "alpha-20240911-a,natural,16/09/2024 | '16/09/2024' is not understood",
        "alpha-20240911-a,natural,45551 | '45551' is not understood",
        "alpha-20240911-a,natural,2024-02-30 | '2024-02-30' is no day of the calendar",
        "alpha-20240911-a,natural, | verified_on of 'alpha-20240911-a' is missing",
        "alpha-20240911-a,natural,2024-08-30 | is before 2024-09-01, when the ground",
        ",natural,2024-09-16 | has a verdict but no id"
      })
  void aWrongRowIsOneSentenceAndNothingIsTaken(String row, String sentence) throws IOException {
    Path file = file("id,verdict,verified_on\nalpha-20240911-a,natural,2024-09-16\n" + row + "\n");
    Ran ran = take(file).refuses(REFUSED, "1 verdict cannot be taken; nothing was imported");
    ran.says("warning: line 3: ", sentence.strip());
    assertEquals(List.of(), kept());
    take(file, "--skip-invalid").exits(PARTIAL);
    assertEquals(1, reviews().size());
  }

  @Test
  void whatIsNoTableOfVerdictsIsRefused() throws IOException {
    take(FILES.resolve("cp1251.csv")).refuses(REFUSED, "is not UTF-8 (line 2)", "CSV UTF-8");
    take(file("name,verdict\na,natural\n")).refuses(REFUSED, "has no column 'id'");
    take(file("id,verdict\n\"a,natural\n")).refuses(REFUSED, "quote in line 2 is never closed");
    take(file("")).refuses(REFUSED, "is empty");
    take(file("{\"type\":\"Feature\"}")).refuses(REFUSED, "no list of features");
    take(file("{\"features\":[}")).refuses(REFUSED, "is no JSON");
    take(file("PK\u0003\u0004…")).refuses(REFUSED, "is a workbook");
    take(folder.resolve("none.csv")).refuses(REFUSED, "is not there");
    assertEquals(List.of(), kept());
  }

  /** No file could hold it: another letter would be kept. */
  @Test
  void halfALetterIsNoWordOfAVerdict() throws IOException {
    String verdict =
        "{\"features\":[{\"properties\":{\"id\":\"%s\",\"verdict\":\"natural\","
            + "\"verified_on\":\"2024-09-16\",\"verified_by\":\"\\ud800\"}}]}";
    take(file(verdict.formatted(ID))).exits(REFUSED).says("verified_by holds half a letter");
    assertEquals(List.of(), kept());
  }

  @Test
  void aDryRunKeepsNothing() throws IOException {
    take(FILES.resolve("edited-gdal.csv"), "--dry-run").exits(0).says("1 verdicts taken in");
    assertEquals(List.of(), kept());
  }

  @Test
  void aFileThatWasEditedAfterwardsStopsTheScanAndIsNamed() throws IOException {
    take(FILES.resolve("edited-gdal.csv")).exits(0);
    Path file = workspace.root().resolve("reviews").resolve(kept().get(0));
    Files.writeString(file, Files.readString(file).replace("natural", "pending"));
    workspace
        .scanWeek(SmallWorkspace.SECOND_WEEK)
        .refuses(INTEGRITY, "reviews/000001_2024-09-16", "it was edited or damaged");
  }

  @Test
  void statisticsCountEachDisturbanceOnce() throws IOException {
    take(FILES.resolve("edited-gdal.csv")).exits(0);
    take(FILES.resolve("edited-gdal.geojson")).exits(0);
    Ran json = workspace.run("review", "stats", "--json").exits(0);
    JsonNode all = new ObjectMapper().readTree(json.out()).path("all");
    assertEquals(
        "{\"checked\":1,\"true\":0,\"illicit\":0,\"false\":1,\"open\":0,\"median_days_to_visit\":5.0}",
        all.toString());
    Path chart = folder.resolve("stats.svg");
    workspace.run("review", "stats", "--csv", "--chart", chart).exits(0);
    String svg = Files.readString(chart, StandardCharsets.UTF_8);
    assertTrue(svg.startsWith("<svg ") && svg.contains("false: snow"), svg);
  }
}

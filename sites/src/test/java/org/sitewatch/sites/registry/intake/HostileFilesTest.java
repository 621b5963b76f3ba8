package org.sitewatch.sites.registry.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryWriter;

/** What {@code scripts/fuzz} found in planners' files, a test each. */
class HostileFilesTest {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final String SQUARE = "102 47,102.01 47,102.01 47.01,102 47.01,102 47";

  @TempDir private Path folder;

  private Intake read(String name, String text) {
    Path file = PlannerFiles.write(folder.resolve(name), text);
    return assertTimeoutPreemptively(LIMIT, () -> SiteIntake.read(file, IntakeOptions.GUESSED));
  }

  private static String refusal(Path file) {
    return assertThrows(
            UserException.class, () -> SiteIntake.read(file, IntakeOptions.GUESSED), file::toString)
        .getMessage();
  }

  /** Once memory was taken for two thousand million vertices. */
  @Test
  void aRingThatBeginsBeyondTheVerticesOfItsShapeIsNone() throws IOException {
    Path shp = PlannerFiles.copy("utf8.shp", folder);
    byte[] bytes = Files.readAllBytes(shp);
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int content = 100 + 8;
    assertEquals(2, file.getInt(content + 36), "rings of the first shape");
    file.putInt(content + 48, Integer.MAX_VALUE);
    Files.write(shp, bytes);
    List<String> said = PlannerFiles.messages(SiteIntake.read(shp, IntakeOptions.GUESSED).sites());
    assertTrue(said.toString().contains("has rings in no order"), said.toString());
  }

  /** A column's name was looked through once for each word that a role may have. */
  @Test
  void aColumnWithANameWithoutAnEndIsReadAtOnce() {
    String header = "WKT;id;" + "Site_Name".repeat(40_000);
    Intake read = read("long.csv", header + "\nPOLYGON((" + SQUARE + "));a;b\n");
    assertEquals(1, read.sites().validSites().size());
  }

  @Test
  void aQuoteInTheWrongPlaceIsToldInWords() {
    Path file = PlannerFiles.write(folder.resolve("q.csv"), "id,lon,lat\n\"a\"b,102,47\n");
    String said = refusal(file);
    assertTrue(said.contains("is no table") && !said.contains("Exception"), said);
  }

  @Test
  void aHeaderWithoutAnEndIsQuotedInPart() {
    var header = new StringBuilder("id," + "Priority".repeat(5_000));
    for (int column = 0; column < 200; column++) {
      header.append(",column ").append(column);
    }
    Path file = PlannerFiles.write(folder.resolve("h.csv"), header + "\na,b,c\n");
    String said = refusal(file);
    assertTrue(said.contains("there are id, Priority") && said.length() < 2_000, said);
    assertTrue(said.endsWith("say --wkt-field, or --lon-field and --lat-field"), said);
    String twice = "Priority".repeat(5_000) + "," + "Priority".repeat(5_000);
    said = refusal(PlannerFiles.write(folder.resolve("h.csv"), twice + "\na,b\n"));
    assertTrue(said.contains("two columns called 'Priority") && said.length() < 400, said);
  }

  @Test
  void anArchiveThatEndsWithinItsDirectoryIsToldAsThat() throws IOException {
    try (var in = getClass().getResourceAsStream("/org/sitewatch/sites/registry/hostile-end.kmz")) {
      Path file = Files.write(folder.resolve("end.kmz"), in.readAllBytes());
      assertEquals("end.kmz is a broken archive: it ends too early", refusal(file));
    }
  }

  /** No file could hold it: another letter would stand in the registry. */
  @Test
  void halfALetterIsNoPartOfAnIdOrAName() {
    String site =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"id\":\"a%s\",\"name\":\"b%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[102,47],[102.01,47],[102.01,47.01],[102,47.01],[102,47]]]}}]}";
    Intake broken = read("half.geojson", site.formatted("\\ud800", ""));
    assertEquals(List.of(), broken.sites().validSites());
    Intake unnamed = read("half.geojson", site.formatted("", "\\ud800"));
    assertEquals("a", unnamed.sites().validSites().get(0).name());
    assertTrue(PlannerFiles.messages(unnamed.sites()).toString().contains("is left out"));
    Site whole =
        read("whole.geojson", site.formatted("", "\\ud83c\\udfdb")).sites().validSites().get(0);
    assertEquals("b\uD83C\uDFDB", whole.name());
  }

  /** Rows that a view makes of nothing filled the memory. */
  @Test
  void aViewWithoutAnEndIsLeft() throws IOException, SQLException {
    Path file = folder.resolve("view.gpkg");
    Intake sound = SiteIntake.read(PlannerFiles.file("base.geojson"), IntakeOptions.GUESSED);
    RegistryWriter.write(sound.sites().registry(), file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE sites");
      statement.execute(
          "CREATE VIEW sites AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r)"
              + " SELECT i AS id, x'' AS geom FROM r");
    }
    String said = assertTimeoutPreemptively(LIMIT, () -> refusal(file));
    assertTrue(said.contains("more rows than the file has room for"), said);
  }

  /** To see what could be mended took time and memory by the square of its length. */
  @Test
  void aScribbleIsRefusedAtOnce() {
    String round = "102.002 47.002,102.002 47.003,102.003 47.003,102.003 47.002,";
    checkScribble("(" + SQUARE + "),(" + round.repeat(2_500) + "102.002 47.002)");
    var star = new StringBuilder();
    int corners = 4_001;
    for (int i = 0; i <= corners; i++) {
      double turn = 2 * Math.PI * (i % corners) * 2_000 / corners;
      star.append(i > 0 ? "," : "").append(102 + 0.01 * Math.cos(turn));
      star.append(' ').append(47 + 0.01 * Math.sin(turn));
    }
    checkScribble("(" + star + ")");
  }

  private void checkScribble(String rings) {
    Intake read = read("scribble.csv", "WKT;id\nPOLYGON(" + rings + ");a\n");
    assertEquals(List.of(), read.sites().validSites());
    assertFalse(read.sites().findings().isEmpty());
  }

  /** Cutting it moved the outline itself, and the next cut met an outline that was none. */
  @Test
  void anOutlineThatReachesTheAntimeridianFromAfarIsToldAsThat() {
    String far = "102.82 47.19,180.0000001 47.19,102.85 47.22,102.82 47.22,102.82 47.19";
    Intake read = read("far.csv", "WKT;id\nPOLYGON((" + far + "));a\n");
    assertEquals(List.of(), read.sites().validSites());
    assertTrue(PlannerFiles.messages(read.sites()).toString().contains("180"));
  }
}

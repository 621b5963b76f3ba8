package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;

/** What a run keeps of its disturbances: pictures, looks, and the sheets made of them. */
@Tag("slow")
class PicturesTest {
  private static final int INTEGRITY = ExitCode.INTEGRITY.code();
  private static final int USAGE = 2;
  private static final String ID = "alpha-20240911-a";
  private static final String BEFORE_SCENE = "S2_20240901";
  private static final String AFTER_SCENE = "S2_20240911";

  @TempDir static Path shared;
  static SmallWorkspace scanned;

  @TempDir Path folder;

  @BeforeAll
  static void scanOneWeek() {
    scanned = SmallWorkspace.registered(shared.resolve("scanned"));
    scanned.scanWeek(FIRST_WEEK).exits(0);
  }

  @Test
  void theFeatureNamesItsPicturesAndTheirHashes() throws IOException {
    Path run = scanned.runDirectory(FIRST_WEEK);
    JsonNode feature = feature(scanned);
    for (String shows : List.of("before", "after", "before_soil", "after_soil")) {
      Path file = run.resolve(feature.path(shows + "_chip").asText());
      assertEquals("chips/" + ID + "_" + shows + ".png", run.relativize(file).toString());
      assertEquals(Sha256.of(file), feature.path(shows + "_chip_sha256").asText());
      assertTrue(Files.size(file) < 60_000, file + " has " + Files.size(file) + " bytes");
    }
    JsonNode evidence = SmallScenes.read(run.resolve("chips/" + ID + ".json"));
    assertEquals(BEFORE_SCENE, evidence.path("before").path("scene").asText());
    assertEquals(AFTER_SCENE, evidence.path("after").path("scene").asText());
    assertEquals(
        List.of("clear", "clear", "clear", "clear", "disturbed"),
        StreamSupport.stream(evidence.path("looks").spliterator(), false)
            .map(look -> look.path("state").asText())
            .toList());
    JsonNode dug = evidence.path("looks").path(4);
    JsonNode still = evidence.path("looks").path(3);
    assertTrue(dug.path("brightness").asDouble() - still.path("brightness").asDouble() > 0.1);
    assertEquals(
        still.path("ring_brightness").asDouble(), dug.path("ring_brightness").asDouble(), 0.01);
  }

  /**
   * The same pixels as numpy with rasterio: levels by the quantiles of both looks, 20 m bands
   * bilinear. Marks in the corners aside.
   */
  @ParameterizedTest
  @ValueSource(strings = {"before", "after", "before_soil", "after_soil"})
  void thePixelsAreThoseOfAnotherProgram(String shows) throws IOException {
    BufferedImage picture = picture(shows);
    BufferedImage wanted =
        ImageIO.read(PicturesTest.class.getResource("/pictures/" + shows + ".png"));
    int size = picture.getWidth() / wanted.getWidth();
    assertEquals(size * wanted.getWidth(), picture.getWidth());
    int differ = 0;
    for (int y = 0; y < wanted.getHeight(); y++) {
      for (int x = 0; x < wanted.getWidth(); x++) {
        boolean isMarked = y * size < 80 || y * size > picture.getHeight() - 60;
        int found = picture.getRGB(x * size + size / 2, y * size + size / 2);
        differ += !isMarked && found != wanted.getRGB(x, y) ? 1 : 0;
      }
    }
    assertEquals(0, differ, "pixels that differ");
  }

  /** The pit is five by four pixels; the line lies around it, white, then black. */
  @Test
  void theOutlineLiesAroundTheObjectAndDoesNotHideIt() throws IOException {
    BufferedImage picture = picture("after");
    int size = 7;
    int left = 30 * size;
    int top = 31 * size;
    for (int x = left; x < left + 5 * size; x++) {
      assertEquals(0xffffff, picture.getRGB(x, top - 1) & 0xffffff, "above, at " + x);
      assertEquals(0x000000, picture.getRGB(x, top - 2) & 0xffffff, "further above, at " + x);
      assertEquals(0xffffff, picture.getRGB(x, top + 4 * size) & 0xffffff, "below, at " + x);
    }
    assertEquals(
        picture.getRGB(left + 3, top + 3), picture.getRGB(left, top), "the corner of the object");
  }

  @Test
  void noneAreKeptIfNoneAreWanted(@TempDir Path other) throws IOException {
    SmallWorkspace bare = SmallWorkspace.registered(other.resolve("bare"));
    bare.scanWeek(FIRST_WEEK, "--pictures-max", "0").exits(0);
    assertFalse(Files.exists(bare.runDirectory(FIRST_WEEK).resolve("chips")));
    assertTrue(feature(bare).path("after_chip").isNull());
    JsonNode manifest = SmallScenes.read(bare.runDirectory(FIRST_WEEK).resolve("run.json"));
    assertEquals("0", manifest.findValue("pictures_max").asText());
    assertTrue(
        Files.readString(bare.runDirectory(FIRST_WEEK).resolve("sheets.html"))
            .contains("No picture was kept."));
    bare.scanWeek(FIRST_WEEK, "--pictures-max", "-1").refuses(USAGE, "--pictures-max must be 0 to");
  }

  @Test
  void aTileThatCannotBeReadCostsAPictureAndASentence() throws IOException {
    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("damaged"));
    workspace.run("ingest", "--threads", "2").exits(0);
    workspace.run("detect", "--threads", "2", "--week", FIRST_WEEK).exits(0);
    damage(workspace, BEFORE_SCENE);
    SmallWorkspace worse = workspace.copyTo(folder.resolve("worse"));
    workspace
        .run("report", "--run", FIRST_WEEK)
        .exits(0)
        .says("warning: disturbance '" + ID + "' has no picture: of before: ");
    assertTrue(feature(workspace).path("before_chip").isNull());
    assertFalse(feature(workspace).path("after_chip").isNull());
    damage(worse, AFTER_SCENE);
    worse
        .run("report", "--run", FIRST_WEEK)
        .exits(0)
        .says("warning: disturbance '" + ID + "' has no picture: ");
    assertTrue(feature(worse).path("after_chip").isNull());
    worse.run("verify", FIRST_WEEK).exits(INTEGRITY).says(AFTER_SCENE);
  }

  /** Green, red and near infrared without blue: grey, and bare soil by what there is. */
  @Test
  void aSensorWithoutBlueIsPicturedInGrey() throws IOException {
    SmallWorkspace workspace = SmallWorkspace.empty(folder.resolve("generic"));
    workspace.importSites(
        SmallSites.write(workspace.root().resolve("in/sites.geojson"), SmallSites.standard()));
    var items = new ArrayList<Path>();
    for (int i = 0; i < SmallWorkspace.DAYS.size() - 1; i++) {
      String day = SmallWorkspace.DAYS.get(i);
      items.add(
          workspace
              .scenes()
              .generic(
                  "G_" + day.replace("-", ""),
                  day + "T04:10:31Z",
                  SmallScenes.standardGrid(),
                  i >= 4));
    }
    workspace.add(items).exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(0);
    JsonNode feature = feature(workspace);
    Path run = workspace.runDirectory(FIRST_WEEK);
    BufferedImage grey = ImageIO.read(run.resolve(feature.path("after_chip").asText()).toFile());
    int colour = grey.getRGB(grey.getWidth() / 2, 100);
    assertEquals(colour >> 16 & 0xff, colour & 0xff);
    assertFalse(feature.path("after_soil_chip").isNull());
  }

  @Test
  void theSheetsTellOfTheSiteOnOnePageAndNeedNoNetwork() throws IOException {
    Path run = scanned.runDirectory(FIRST_WEEK);
    String sheets = Files.readString(run.resolve("sheets.html"));
    assertEquals(1, count(sheets, "<section class=\"sheet n1\">"));
    assertEquals(4, count(sheets, "src=\"data:image/png;base64,"));
    assertFalse(sheets.contains("http://") || sheets.contains("https://"), "a link");
    assertFalse(sheets.contains("<script"), "a script");
    assertTrue(sheets.contains(Sha256.of(run.resolve("disturbances.geojson"))));
    assertTrue(sheets.contains("Run 2024-W37"));
    assertTrue(sheets.contains("MGRS " + feature(scanned).path("mgrs").asText()));
    Path again = folder.resolve("again");
    scanned.run("report", "--format", "sheets", "--output", again).exits(0);
    assertArrayEquals(
        Files.readAllBytes(run.resolve("sheets.html")),
        Files.readAllBytes(again.resolve("sheets.html")));
  }

  @Test
  void theZonesAreKeptAsTheyWereJudged() {
    List<JsonNode> zones = Features.of(scanned.runDirectory(FIRST_WEEK).resolve("zones.geojson"));
    assertEquals("alpha/core", zones.get(0).path("id").asText());
    assertEquals("core", zones.get(0).path("properties").path("zone").asText());
  }

  private static int count(String text, String word) {
    return text.split(java.util.regex.Pattern.quote(word), -1).length - 1;
  }

  private static JsonNode feature(SmallWorkspace workspace) {
    Optional<JsonNode> first =
        Features.of(workspace.runDirectory(FIRST_WEEK).resolve("disturbances.geojson")).stream()
            .findFirst();
    return first.orElseThrow().path("properties");
  }

  private static BufferedImage picture(String shows) throws IOException {
    return ImageIO.read(
        scanned.runDirectory(FIRST_WEEK).resolve("chips/" + ID + "_" + shows + ".png").toFile());
  }

  /** Cuts the stored tiles of a scene short. */
  private static void damage(SmallWorkspace workspace, String scene) throws IOException {
    try (Stream<Path> files = Files.walk(workspace.root().resolve("tiles"))) {
      for (Path tile :
          files.filter(file -> file.getFileName().toString().startsWith(scene + ".")).toList()) {
        byte[] bytes = Files.readAllBytes(tile);
        Files.write(tile, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      }
    }
  }
}

package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sites import} shows what it takes for granted before it writes anything. */
class PlannersFilesTest {
  private static final String TABLE =
      """
      Код;Название;Долгота;Широта;Зона
      П-1;Курган;102,83;47,2;ядро
      П-2;Городище;102,84;47,21;ядро
      """;

  @TempDir private Path folder;
  private Path workspace;

  @BeforeEach
  void init() {
    workspace = folder.resolve("workspace");
    Ran.sitewatch("init", workspace).exits(0);
  }

  private Ran importing(Path file, Object... options) {
    var words = new ArrayList<Object>(List.of("sites", "import", file));
    words.addAll(List.of(options));
    words.addAll(List.of("--workspace", workspace));
    return Ran.sitewatch(words.toArray());
  }

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("sites.csv"), text);
  }

  private Path registry() {
    return workspace.resolve("sites.geojson");
  }

  @Test
  void aDryRunShowsTheGuessesAndWritesNothing() throws IOException {
    importing(table(TABLE), "--radius-m", 50, "--buffer-m", 100, "--dry-run")
        .exits(0)
        .says("id ← 'Код' (guessed)", "name ← 'Название' (guessed)", "zone ← 'Зона' (guessed)")
        .says("'Долгота' and 'Широта' as lon and lat", "2 buffer zones of 100 m made")
        .says("2 sites added");
    assertFalse(Files.exists(registry()));
  }

  @Test
  void guessesStandBeforeTheCountOfWhatIsWritten() throws IOException {
    String err = importing(table(TABLE), "--radius-m", 50).exits(0).err();
    assertTrue(err.indexOf("id ← ") < err.indexOf("2 sites added"), err);
    String written = Files.readString(registry());
    assertTrue(written.contains("\"point_radius_m\":50.0"), written);
    assertTrue(written.contains("\"name\":\"Городище\",\"zone\":\"core\""), written);
  }

  @Test
  void theMappingIsInTheJson() throws IOException {
    Ran ran =
        importing(
            table(TABLE), "--radius-m", 50, "--name-field", "НАЗВАНИЕ", "--json", "--dry-run");
    JsonNode json = new ObjectMapper().readTree(ran.exits(0).out());
    assertEquals("CSV", json.path("format").asText());
    JsonNode fields = json.path("layers").path(0).path("fields");
    assertEquals("{\"field\":\"Название\",\"guessed\":false}", fields.path("name").toString());
    assertTrue(fields.path("id").path("guessed").asBoolean(), fields.toString());
    assertTrue(fields.path("radius").isNull(), fields.toString());
    assertTrue(json.path("notices").size() > 0, ran.out());
  }

  @Test
  void pointsWithoutARadiusAreRefused() throws IOException {
    importing(table(TABLE)).refuses(3, "G1 site 'П-1'", "no radius is declared", "--radius-m");
    assertFalse(Files.exists(registry()));
  }

  @Test
  void anUnknownCharsetIsAskedForAndTaken() throws IOException {
    Path file = folder.resolve("sites.csv");
    String text = "id,name,lon,lat\n1,Château,2.5,47\n";
    Files.write(file, text.getBytes(Charset.forName("windows-1252")));
    importing(file, "--radius-m", 50).refuses(3, "A3 sites.csv", "--charset");
    importing(file, "--radius-m", 50, "--charset", "windows-1252").exits(0);
    assertTrue(Files.readString(registry()).contains("Château"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--radius-m;0;--radius-m must be over 0",
        "--radius-m;NaN;--radius-m must be over 0",
        "--buffer-m;1e9;--buffer-m must be over 0",
        "--charset;klingon;--charset 'klingon' is not known",
        "--crs;UTM48;--crs must be as EPSG:32648",
        "--layer;x;has no layer 'x'",
        "--id-field;x;there is no field 'x'"
      })
  void wrongOptionsAreUsageErrors(String option, String value, String words) throws IOException {
    importing(table(TABLE), option, value).refuses(2, words);
  }

  @Test
  void aFileWithoutIdsSaysWhichFieldsItHas() throws IOException {
    importing(table("what;lon;lat\na;1;2\nb;3;4\n"), "--radius-m", 50)
        .refuses(3, "id ← none", "no field is taken for the id", "what", "--id-field");
  }

  @Test
  void layersForZonesExcludeALayerForAll() throws IOException {
    importing(table(TABLE), "--layer", "a", "--core-layer", "b").refuses(2, "do not go together");
  }
}

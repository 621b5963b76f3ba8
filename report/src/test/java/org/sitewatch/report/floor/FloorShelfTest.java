package org.sitewatch.report.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.detect.json.SimulationJson;
import org.sitewatch.sites.Sha256;

class FloorShelfTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 19);
  private static final String WHOLE =
      SimulationJson.write(TestFloors.kept(TestFloors.simulated("s2", TestFloors.MODEL, 400)));

  @TempDir Path workspace;

  @Test
  void theNewestUpToTheLastDayIsRead() throws IOException {
    write("2024-01-07", WHOLE);
    write("2024-05-19", WHOLE);
    write("2024-05-26", WHOLE);
    write("latest", WHOLE);
    FloorFile file = newest();
    assertEquals("simulations/2024-05-19/khar.json", file.path());
    assertEquals(
        TestFloors.kept(TestFloors.simulated("s2", TestFloors.MODEL, 400)),
        file.kept().orElseThrow());
    String sha256 = Sha256.of(WHOLE.getBytes(StandardCharsets.UTF_8));
    assertEquals(Map.of(file.path(), sha256), FloorShelf.hashes(List.of(file)));
  }

  @Test
  void withoutAFileThereIsNone() throws IOException {
    assertTrue(shelf().newest(List.of("khar"), DAY).isEmpty());
    write("2024-05-26", WHOLE);
    assertTrue(shelf().newest(List.of("khar"), DAY).isEmpty());
  }

  @Test
  void anOlderFileDoesNotStandInForABrokenOne() throws IOException {
    write("2024-05-12", WHOLE);
    write("2024-05-19", "{");
    checkBroken(": not valid JSON");
    assertEquals(1, FloorShelf.hashes(List.of(newest())).size());
  }

  @Test
  void whateverIsWrongIsOneSentence() throws IOException {
    checkBroken(WHOLE.replace("\"schema\":2", "\"schema\":1"), ": schema must be 2, got 1");
    checkBroken(WHOLE.replace("\"khar\"", "\"petra\""), ": speaks of site 'petra'");
    checkBroken(WHOLE.substring(0, 500), ": not valid JSON");
    checkBroken("\u0000\uFFFF\n", ": not valid JSON");
  }

  @Test
  void aFolderInItsPlaceIsNoFile() throws IOException {
    Files.createDirectories(shelf().of(DAY).resolve("khar.json"));
    checkBroken(" is no file");
    assertEquals(Map.of(), FloorShelf.hashes(List.of(newest())));
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    write("2024-05-19", " ".repeat(5 << 20));
    checkBroken(" is larger than");
  }

  private void checkBroken(String text, String why) throws IOException {
    write("2024-05-19", text);
    checkBroken(why);
  }

  private void checkBroken(String why) {
    SiteFloor floor = FloorReading.of(newest(), TestFloors.SETTINGS, new TreeMap<>(), DAY);
    assertEquals(FloorState.BROKEN, floor.state());
    String start = "Not readable: simulations/2024-05-19/khar.json" + why;
    assertTrue(floor.sentence().startsWith(start), floor.sentence());
    assertTrue(floor.sentence().endsWith("; run 'sitewatch simulate --force'."));
    assertFalse(floor.sentence().contains("\n"));
  }

  private FloorShelf shelf() {
    return new FloorShelf(workspace.resolve("simulations"));
  }

  private FloorFile newest() {
    return shelf().newest(List.of("khar"), DAY).get("khar");
  }

  private void write(String day, String text) throws IOException {
    Path folder = workspace.resolve("simulations").resolve(day);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("khar.json"), text);
  }
}

package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.Sha256;

/** The archive of one disturbance. */
@Tag("slow")
class EvidenceTest {
  private static final int USAGE = 2;
  private static final int INTEGRITY = 6;

  @TempDir static Path shared;
  static SmallWorkspace scanned;
  static String id;

  @TempDir Path folder;

  @BeforeAll
  static void scan() {
    scanned = SmallWorkspace.registered(shared.resolve("scanned"));
    scanned.run("scan", "--week", FIRST_WEEK).exits(0);
    Path found = scanned.runDirectory(FIRST_WEEK).resolve("disturbances.geojson");
    id = Features.of(found).get(0).path("id").asText();
  }

  @Test
  void everyFileHasItsHashInAListThatNeedsUsForNothing() throws IOException {
    Map<String, byte[]> files = unpacked(packed("a.zip"));
    var listed = new TreeMap<String, String>();
    text(files, "SHA256SUMS").lines().forEach(l -> listed.put(l.substring(66), l.substring(0, 64)));
    assertEquals(files.size() - 1, listed.size());
    listed.forEach((name, sha256) -> assertEquals(sha256, Sha256.of(files.get(name)), name));
  }

  @Test
  void theChainLeadsFromTheManifestToEveryWindowSceneAndPicture() throws IOException {
    Map<String, byte[]> files = unpacked(packed("a.zip"));
    String manifest = text(files, "run/run.json");
    assertArrayEquals(
        Files.readAllBytes(scanned.runDirectory(FIRST_WEEK).resolve("run.json")),
        files.get("run/run.json"));
    int windows = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      if (name.startsWith("run/chips/")
          || name.startsWith("scenes/")
          || name.startsWith("state/")
          || name.equals("tiles.txt")) {
        assertTrue(manifest.contains(Sha256.of(file.getValue())), name);
      }
      if (name.startsWith("tiles/")) {
        windows++;
        assertArrayEquals(Files.readAllBytes(scanned.root().resolve(name)), file.getValue());
        String tile = name.substring(name.lastIndexOf('/') + 1).replace(".tif", "");
        String line =
            text(files, "tiles.txt").lines().filter(l -> l.endsWith("  " + tile)).findFirst().get();
        String label = new String(file.getValue(), StandardCharsets.ISO_8859_1);
        assertTrue(label.contains(line.substring(0, 64)), tile);
      }
    }
    assertTrue(windows >= 4, windows + " windows");
  }

  @Test
  void thePageTellsTheAudienceAndRunsNothing() throws IOException {
    String page = text(unpacked(packed("a.zip")), "evidence.html");
    assertTrue(page.contains("Audience: restricted"), page);
    assertTrue(page.contains(id), page);
    assertFalse(page.contains("{{") || page.contains("<script"), page);
  }

  @Test
  void theSameDisturbanceIsTheSameBytes() throws IOException {
    assertArrayEquals(Files.readAllBytes(packed("a.zip")), Files.readAllBytes(packed("b.zip")));
    evidence(scanned, folder.resolve("a.zip")).exits(0);
  }

  @Test
  void whatWasChangedIsNoEvidence() throws IOException {
    SmallWorkspace workspace = scanned.copyTo(folder.resolve("workspace"));
    String site = id.substring(0, id.indexOf("-2024"));
    Path tile;
    try (Stream<Path> tiles = Files.walk(workspace.root().resolve("tiles").resolve(site))) {
      tile = tiles.filter(file -> file.toString().endsWith(".tif")).sorted().findFirst().get();
    }
    byte[] bytes = Files.readAllBytes(tile);
    bytes[bytes.length / 2] ^= 1;
    Files.write(tile, bytes);
    evidence(workspace, folder.resolve("x.zip")).refuses(INTEGRITY, tile.getFileName());
    assertFalse(Files.exists(folder.resolve("x.zip")));
  }

  @Test
  void anotherFileInTheWayAndAnUnknownIdAreUsageErrors() throws IOException {
    Path other = Files.writeString(folder.resolve("other.zip"), "mine");
    evidence(scanned, other).refuses(USAGE, "other.zip", "--force");
    assertEquals("mine", Files.readString(other));
    scanned
        .run("evidence", "nobody-20240911-a", "--out", folder.resolve("n.zip"))
        .refuses(USAGE, "nobody-20240911-a");
  }

  private Path packed(String name) {
    Path file = folder.resolve(name);
    evidence(scanned, file).exits(0).says("restricted");
    return file;
  }

  private static Ran evidence(SmallWorkspace workspace, Path out) {
    return workspace.run("evidence", id, "--out", out);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unpacked(Path zip) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}

package org.sitewatch.cli.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code scripts/check-vulnerabilities} with a database of a few advisories made up here. */
class CheckVulnerabilitiesTest {
  private static final String ADVISORY =
      """
      {"id": "GHSA-1", "aliases": ["CVE-2000-1"], "modified": "2026-01-01T00:00:00Z", "summary": "leaks", %s
       "affected": [{"package": {"ecosystem": "%s", "name": "org.ware:pot"},
                     "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
      """;

  @TempDir Path folder;
  private Path database;
  private String said = "";

  @BeforeEach
  void makeDatabase() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python3");
    database = Files.createDirectories(folder.resolve("osv"));
  }

  /** Orders of Maven, which are neither those of text nor of semantic versions. */
  @ParameterizedTest
  @CsvSource({
    "2.9, 0, 2.10, known",
    "2.10, 0, 2.10, clean",
    "2.10.0, 0, 2.10, clean",
    "2.10-rc1, 0, 2.10, known",
    "4.2.0.Beta2, 0, 4.2.0.Final, known",
    "4.2.0.Final, 0, 4.2.0, clean",
    "32.0.0-jre, 0, 32.0.0-android, clean",
    "32.0.0-android, 0, 32.0.0-jre, known",
    "9.4.58.v20250814, 9.4.0, 9.4.57, clean",
    "9.4.58.v20250814, 9.4.0, 9.4.59, known",
    "1.5.7-7, 1.5.7-10, 1.5.8, clean",
    "1.9, 2.0, 2.5, clean",
    "2.0, 2.0, 2.5, known",
  })
  void aVersionIsHeldAgainstTheRange(
      String version, String introduced, String fixed, String outcome) throws Exception {
    advise("{\"introduced\": \"%s\"}, {\"fixed\": \"%s\"}".formatted(introduced, fixed));

    assertEquals(outcome.equals("known") ? 1 : 0, check(version), said);
  }

  @Test
  void theLastAffectedVersionIsAffectedAndTheNextIsNot() throws Exception {
    advise("{\"introduced\": \"0\"}, {\"last_affected\": \"2.1\"}");

    assertEquals(1, check("2.1"));
    assertEquals(0, check("2.1.1"));
  }

  @Test
  void betweenTwoRangesNothingIsKnown() throws Exception {
    advise(
        "{\"introduced\": \"3\"}, {\"fixed\": \"3.2\"}, {\"introduced\": \"0\"}, {\"fixed\": \"2.2\"}");

    assertEquals(1, check("2.1"));
    assertEquals(0, check("2.5"));
    assertEquals(1, check("3.1"));
  }

  @Test
  void whatIsPackedIntoAJarCountsAndIsNamedWithTheJar() throws Exception {
    advise("{\"introduced\": \"0\"}, {\"fixed\": \"2.2\"}");
    Path sbom =
        sbom(
            """
            {"group": "org.leaf", "name": "tea", "version": "9", "components": [
              {"group": "org.ware", "name": "pot", "version": "2.1"}]}""");

    assertEquals(1, run(database, sbom));
    assertTrue(
        said.contains("org.ware:pot:2.1 (within tea 9): GHSA-1 CVE-2000-1 : leaks; fixed in 2.2"),
        said);
  }

  @Test
  void advisoriesThatWereWithdrawnOrAreOfOtherPackagesDoNotCount() throws Exception {
    String events = "{\"introduced\": \"0\"}";
    Files.writeString(
        database.resolve("a.json"),
        ADVISORY.formatted("\"withdrawn\": \"2026-01-02T00:00:00Z\",", "Maven", events));
    Files.writeString(database.resolve("b.json"), ADVISORY.formatted("", "npm", events));

    assertEquals(0, check("2.1"));
  }

  @Test
  void whatIsAcceptedIsToldWithItsReasonAndNotCounted() throws Exception {
    advise("{\"introduced\": \"0\"}");
    Files.writeString(folder.resolve("accepted"), "CVE-2000-1 pots are never opened\n");

    assertEquals(0, check("2.1", "--accepted", folder.resolve("accepted").toString()));
    assertTrue(said.contains("accepted: pots are never opened"), said);
  }

  @Test
  void aZipIsReadAsAFolderIs() throws Exception {
    Path zip = folder.resolve("all.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("GHSA-1.json"));
      String advisory = ADVISORY.formatted("", "Maven", "{\"introduced\": \"0\"}");
      out.write(advisory.getBytes(StandardCharsets.UTF_8));
    }

    assertEquals(1, run(zip, sbom(pot("2.1"))), said);
  }

  @Test
  void anEmptyOrBrokenDatabaseIsNoCleanBill() throws Exception {
    assertEquals(2, check("2.1"));
    assertTrue(said.contains("an empty database would find nothing"), said);
    Files.writeString(database.resolve("a.json"), "<html>");
    assertEquals(2, check("2.1"));
    assertTrue(said.contains("a.json: not JSON"), said);
    assertEquals(2, run(folder.resolve("nowhere"), sbom(pot("2.1"))));
  }

  private void advise(String events) throws IOException {
    Files.writeString(database.resolve("a.json"), ADVISORY.formatted("", "Maven", events));
  }

  private static String pot(String version) {
    return "{\"group\": \"org.ware\", \"name\": \"pot\", \"version\": \"%s\"}".formatted(version);
  }

  private Path sbom(String components) throws IOException {
    return Files.writeString(folder.resolve("sbom.json"), "{\"components\": [" + components + "]}");
  }

  private int check(String version, String... more) throws Exception {
    return run(database, sbom(pot(version)), more);
  }

  private int run(Path osv, Path sbom, String... more) throws Exception {
    var command =
        new ArrayList<>(
            List.of("/usr/bin/python3", "../scripts/check-vulnerabilities", osv.toString()));
    command.addAll(List.of("--sbom", sbom.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return process.exitValue();
  }
}

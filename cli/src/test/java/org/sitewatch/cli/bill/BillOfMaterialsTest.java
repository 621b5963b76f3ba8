package org.sitewatch.cli.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {
  private static final Component TEA = new Component("org.leaf", "tea", "1.0", "");
  private static final Component POT = new Component("org.ware", "pot", "2.1", "linux");
  private static final List<String> LICENCES =
      List.of(
          "# read off", "org.leaf:*\tMIT", "org.ware:pot\tEPL-2.0 OR MIT", "org.sitewatch:*\tMIT");

  @TempDir Path home;

  @BeforeEach
  void pack() throws IOException {
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("licences"));
    Files.writeString(home.resolve("licences/MIT.txt"), "");
    Files.writeString(home.resolve("licences/EPL-2.0.txt"), "");
    jar("tea-1.0.jar", "org.leaf:tea:1.0");
    jar("pot-2.1-linux.jar", "org.leaf:tea:0.9");
  }

  @Test
  void namesEachJarWithItsLicenceAndWhatIsPackedIntoIt() throws IOException {
    write(LICENCES, TEA, POT);

    JsonNode pot =
        new ObjectMapper().readTree(home.resolve("sbom.json").toFile()).at("/components/0");
    assertEquals(
        "pkg:maven/org.ware/pot@2.1?classifier=linux&type=jar", pot.path("purl").textValue());
    assertEquals("EPL-2.0 OR MIT", pot.at("/licenses/0/expression").textValue());
    assertEquals(64, pot.at("/hashes/0/content").textValue().length());
    assertEquals("0.9", pot.at("/components/0/version").textValue());
    String text = Files.readString(home.resolve("licences/THIRD-PARTY.txt"));
    assertEquals(
        List.of("pot-2.1-linux.jar EPL-2.0 OR MIT", "org.leaf:tea:0.9 MIT", "tea-1.0.jar MIT"),
        text.lines().skip(2).map(line -> line.strip().replaceAll(" +", " ")).toList());
  }

  @Test
  void theSameJarsInAnyOrderGiveTheSameBytes() throws IOException {
    write(LICENCES, TEA, POT);
    String first = Files.readString(home.resolve("sbom.json"));
    write(LICENCES, POT, TEA);

    assertEquals(first, Files.readString(home.resolve("sbom.json")));
  }

  @Test
  void aJarWithoutALicenceIsRefused() {
    checkRefused(
        "no licence known: org.ware:pot",
        LICENCES.stream().filter(line -> !line.contains(":pot")).toList(),
        TEA,
        POT);
  }

  @Test
  void aLicenceWithoutItsTextIsRefused() throws IOException {
    Files.delete(home.resolve("licences/EPL-2.0.txt"));
    checkRefused("no text of the licence EPL-2.0: org.ware:pot", LICENCES, TEA, POT);
  }

  @Test
  void aJarThatAnEarlierBuildLeftIsTakenAway() throws IOException {
    jar("stray-3.jar", "org.leaf:stray:3");
    write(LICENCES, TEA, POT);
    assertFalse(Files.exists(home.resolve("lib/stray-3.jar")));
    assertTrue(Files.exists(home.resolve("lib/tea-1.0.jar")));
  }

  @Test
  void aDependencyThatIsNotThereIsRefused() {
    checkRefused(
        "not in lib: cup-4.jar", LICENCES, TEA, POT, new Component("org.leaf", "cup", "4", ""));
  }

  @Test
  void aLineForNothingThatIsShippedIsRefused() throws IOException {
    Files.delete(home.resolve("lib/pot-2.1-linux.jar"));
    checkRefused("a licence of nothing shipped: org.ware:pot", LICENCES, TEA);
  }

  @Test
  void theLongestLineThatFitsCountsAndTheExactOneFirst() {
    var licences = new Licences(List.of("a.*\tMIT", "a.b:*\tZlib", "a.b:c\tEPL-2.0"));

    assertEquals("EPL-2.0", licences.findLicence(new Component("a.b", "c", "1", "")).orElseThrow());
    assertEquals("Zlib", licences.findLicence(new Component("a.b", "d", "1", "")).orElseThrow());
    assertEquals("MIT", licences.findLicence(new Component("a.c", "d", "1", "")).orElseThrow());
    assertEquals(List.of(), licences.listUnused());
  }

  @Test
  void readsWhatMavenLists() {
    assertEquals(
        TEA, Component.ofListed("   org.leaf:tea:jar:1.0:compile -- module leaf.tea (auto)"));
    assertEquals(POT, Component.ofListed("   org.ware:pot:jar:linux:2.1:runtime"));
  }

  private void checkRefused(String why, List<String> licences, Component... listed) {
    var refused = assertThrows(IllegalStateException.class, () -> write(licences, listed));
    assertEquals(why, refused.getMessage().lines().skip(1).findFirst().orElseThrow().strip());
    assertFalse(Files.exists(home.resolve("sbom.json")));
  }

  private void write(List<String> licences, Component... listed) throws IOException {
    new BillOfMaterials(home, new Licences(licences)).write(List.of(listed), "7");
  }

  private void jar(String name, String described) throws IOException {
    String[] parts = described.split(":");
    try (var jar = new ZipOutputStream(Files.newOutputStream(home.resolve("lib").resolve(name)))) {
      var entry = new ZipEntry("META-INF/maven/%s/%s/pom.properties".formatted(parts[0], parts[1]));
      entry.setTime(0);
      jar.putNextEntry(entry);
      String text = "groupId=%s\nartifactId=%s\nversion=%s\n".formatted((Object[]) parts);
      jar.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}

package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.TestSites;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Wkt;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.geopackage.GeoPackageBlob;
import org.sitewatch.sites.registry.RegistryFinding.Code;

class GeoPackageTest {
  private static final Site PETRA =
      new Site(
          "petra",
          "البتراء",
          TestSites.of(
                  "petra",
                  Map.of(
                      Zone.CORE,
                          Wkt.of(
                              "MULTIPOLYGON (((35.2 30.2, 35.8 30.2, 35.8 30.8, 35.2 30.2), (35.6 30.3,"
                                  + " 35.7 30.3, 35.7 30.4, 35.6 30.3)), ((36 30, 37 30, 37 31, 36 30)))"),
                      Zone.SETTING, Wkt.of("POLYGON ((35 30, 38 30, 38 31, 35 31, 35 30))")))
              .zones(),
          1,
          "World \"Heritage\"",
          new TreeMap<>(
              Map.of("grade", 2L, "height", 812.5, "open", true, "ID", "x", "a\"b", "y")));

  private static final Site OTHER =
      new Site(
          "other",
          "other",
          TestSites.core("other", "POLYGON ((1 1, 2 1, 2 2, 1 1))").zones(),
          5,
          "",
          new TreeMap<>(Map.of("height", 1.0)));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeARegistry() {
    file = folder.resolve("my sites?#%41.gpkg");
    RegistryWriter.writeGeoPackage(SiteRegistry.of(List.of(PETRA, OTHER)), file);
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void writtenAndReadIsTheSameRegistry() {
    SiteImport read = RegistryReader.read(file);
    assertEquals(List.of(), Features.butSize(read));
    assertEquals(OTHER.attributes(), read.validSites().get(0).attributes());
    assertEquals(OTHER.priority(), read.validSites().get(0).priority());
    Site petra = read.validSites().get(1);
    assertEquals(PETRA.name(), petra.name());
    assertEquals(PETRA.designation(), petra.designation());
    assertEquals(2L, petra.attributes().get("grade"));
    assertEquals(true, petra.attributes().get("open"));
    assertEquals("y", petra.attributes().get("a\"b"));
    assertEquals("x", petra.attributes().get("ID_2")); // SQL does not tell ID from id
    for (Zone zone : Zone.values()) {
      assertEquals(PETRA.zones().containsKey(zone), petra.zones().containsKey(zone));
    }
    assertTrue(PETRA.zones().get(Zone.CORE).equalsTopo(petra.zones().get(Zone.CORE)));
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    RegistryReader.read(file);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void anEmptyRegistryCanBeWrittenAndRead() {
    RegistryWriter.writeGeoPackage(SiteRegistry.of(List.of()), file);
    assertEquals(List.of(), RegistryReader.read(file).validSites());
  }

  @Test
  void theOnlyLayerIsReadWhateverItsName() throws SQLException {
    sql(
        "ALTER TABLE sites RENAME TO \"my \"\"layer\"",
        "UPDATE gpkg_contents SET table_name = 'my \"layer' WHERE data_type = 'features'",
        "UPDATE gpkg_geometry_columns SET table_name = 'my \"layer'");
    assertEquals(2, RegistryReader.read(file).validSites().size());
  }

  @Test
  void oneOfSeveralLayersMustBeCalledSites() throws SQLException {
    sql(
        "CREATE TABLE other (fid INTEGER PRIMARY KEY, geom BLOB)",
        "INSERT INTO gpkg_contents(table_name, data_type, srs_id) VALUES ('other', 'features', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('other', 'geom', 'POLYGON', 4326, 0, 0)");
    assertEquals(2, RegistryReader.read(file).validSites().size());
    sql(
        "UPDATE gpkg_contents SET table_name = 'x' WHERE table_name = 'sites'",
        "UPDATE gpkg_geometry_columns SET table_name = 'x' WHERE table_name = 'sites'");
    var refusal = assertThrows(UserException.class, () -> RegistryReader.read(file));
    assertTrue(
        refusal.getMessage().endsWith("expected a layer 'sites' or a single one, got [other, x]"));
  }

  @Test
  void aLayerInUtmIsBroughtToLonLat() throws SQLException {
    Site utm = TestSites.core("a", "POLYGON ((1 1, 2 1, 2 2, 1 1))");
    byte[] blob =
        GeoPackageBlob.of(
            TestSites.core(
                    "a",
                    "POLYGON ((736000 3355000, 737000 3355000, 737000 3356000, 736000 3355000))")
                .zones()
                .get(Zone.CORE));
    RegistryWriter.writeGeoPackage(SiteRegistry.of(List.of(utm)), file);
    sql(
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('utm', 999, 'epsg', 32636, 'x', '')",
        "UPDATE gpkg_geometry_columns SET srs_id = 999",
        "UPDATE sites SET geom = x'" + HexFormat.of().formatHex(blob) + "'");
    Site read = RegistryReader.read(file).validSites().get(0);
    // pyproj 3.4.1: 32636 -> 4326 of (736000, 3355000) and (737000, 3355000)
    assertEquals(35.4540616, read.area().getEnvelopeInternal().getMinX(), 1e-6);
    assertEquals(30.3035970, read.area().getEnvelopeInternal().getMinY(), 1e-6);
  }

  @Test
  void anUnknownCrsIsRefused() throws SQLException {
    sql(
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('laea', 3035, 'EPSG', 3035, 'x', '')",
        "UPDATE gpkg_geometry_columns SET srs_id = 3035");
    SiteImport read = RegistryReader.read(file);
    assertEquals(Code.G2, read.findings().get(0).code());
    assertTrue(read.findings().get(0).message().contains("EPSG:3035 is not supported"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 12345})
  void noCrsIsRefusedWithAGuess(int srsId) throws SQLException {
    sql("UPDATE gpkg_geometry_columns SET srs_id = " + srsId);
    SiteImport read = RegistryReader.read(file);
    assertEquals(Code.G2, read.findings().get(0).code());
    assertTrue(
        read.findings()
            .get(0)
            .message()
            .endsWith(
                "layer 'sites' has no CRS; it looks like lon/lat degrees, EPSG:4326: set the layer's CRS in QGIS"),
        read::toString);
    assertEquals(List.of(), read.validSites());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NULL",
        "x''",
        "x'47'",
        "x'4750000000000000'",
        "'text'",
        "17",
        "x'00112233445566778899'"
      })
  void aBadGeometryCostsItsOwnSite(String blob) throws SQLException {
    sql("UPDATE sites SET geom = " + blob + " WHERE id = 'other'");
    SiteImport read = RegistryReader.read(file);
    assertEquals("[other]", read.invalidSiteIds().toString());
    assertEquals(Code.G1, read.errors().get(0).code());
    assertEquals(1, read.validSites().size());
  }

  @Test
  void oddValuesAreReadOrLeftOutWithNotice() throws SQLException {
    sql("UPDATE sites SET height = 9e999, grade = x'00', priority = NULL WHERE id = 'other'");
    SiteImport read = RegistryReader.read(file);
    assertEquals(2, Features.butSize(read).size(), read::toString);
    assertEquals(Site.DEFAULT_PRIORITY, read.registry().getSite("other").priority());
    assertFalse(read.hasErrors());
  }

  @Test
  void editsOfAProgramThatHasItOpenAreSeenAndNotOverwritten() throws SQLException {
    try (Connection editor = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = editor.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL"); // as QGIS has it
      statement.execute("UPDATE sites SET priority = 2 WHERE id = 'other'");
      assertEquals(2, RegistryReader.read(file).registry().getSite("other").priority());
      SiteRegistry empty = SiteRegistry.of(List.of());
      var refusal =
          assertThrows(UserException.class, () -> RegistryWriter.writeGeoPackage(empty, file));
      assertTrue(refusal.getMessage().contains("another program has it open"));
    }
  }

  @Test
  void aRowKeyCalledIdServesAsId() throws SQLException {
    sql(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, geom BLOB)",
        "INSERT INTO t SELECT 40 + fid, geom FROM sites",
        "DROP TABLE sites",
        "ALTER TABLE t RENAME TO sites");
    List<String> ids = RegistryReader.read(file).validSites().stream().map(Site::id).toList();
    assertEquals(List.of("41", "42", "43"), ids);
  }

  @Test
  void aLayerThatIsAnEndlessViewIsCutOff() throws SQLException {
    sql(
        "DROP TABLE sites",
        "CREATE VIEW sites AS WITH RECURSIVE c(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM c)"
            + " SELECT fid, NULL AS geom, 'x' AS id FROM c WHERE fid < 0");
    var refusal = assertThrows(UserException.class, () -> RegistryReader.read(file));
    assertEquals(ExitCode.REGISTRY_INVALID, refusal.exitCode());
  }

  @Test
  void anSqliteFileThatIsNoGeoPackageIsRefused() throws SQLException {
    sql("DROP TABLE gpkg_contents");
    var refusal = assertThrows(UserException.class, () -> RegistryReader.read(file));
    assertEquals(ExitCode.REGISTRY_INVALID, refusal.exitCode());
    assertTrue(refusal.getMessage().contains("not readable as a GeoPackage"), refusal.getMessage());
  }

  @Test
  void damagedFilesNeverEscapeAsAnotherException() throws IOException {
    byte[] good = Files.readAllBytes(file);
    var random = new Random(5);
    Path damagedFile = folder.resolve("damaged.gpkg");
    for (int i = 0; i < 60; i++) {
      byte[] damaged =
          i % 5 == 0 ? Arrays.copyOf(good, 100 + random.nextInt(good.length - 100)) : good.clone();
      for (int hit = 0; hit < 40; hit++) {
        damaged[16 + random.nextInt(damaged.length - 16)] = (byte) random.nextInt();
      }
      Files.write(damagedFile, damaged);
      try {
        RegistryReader.read(damagedFile);
      } catch (UserException e) {
        assertEquals(ExitCode.REGISTRY_INVALID, e.exitCode());
      }
    }
  }
}

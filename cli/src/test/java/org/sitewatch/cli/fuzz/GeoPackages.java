package org.sitewatch.cli.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sitewatch.sites.registry.RegistryWriter;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.intake.IntakeOptions;
import org.sitewatch.sites.registry.intake.SiteIntake;

/**
 * GeoPackages with damaged pages, cells and geometries, and, one in sixteen, such as are good
 * databases of hostile content.
 */
final class GeoPackages implements RegistryTarget.Maker {
  private static final List<String> SQL =
      List.of(
          "CREATE VIEW v AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r)"
              + " SELECT i AS id, x'' AS geom FROM r",
          "DROP TABLE sites",
          "CREATE VIEW sites AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM r)"
              + " SELECT i AS id, NULL AS geom FROM r",
          "UPDATE sites SET geom = zeroblob(2000000)",
          "UPDATE sites SET id = hex(zeroblob(200000))",
          "UPDATE sites SET geom = substr(geom, 1, 20)",
          "UPDATE sites SET geom = 'text'",
          "UPDATE sites SET geom = 12.5",
          "UPDATE sites SET id = NULL",
          "UPDATE sites SET id = x'00ff'",
          "UPDATE sites SET name = 9e999",
          "UPDATE sites SET priority = 'one'",
          "UPDATE sites SET fid = 1 WHERE 0",
          "INSERT INTO sites SELECT fid + 1000, geom, id, zone, name, priority, designation"
              + " FROM sites",
          "ALTER TABLE sites RENAME COLUMN id TO \"i\"\"d\"",
          "ALTER TABLE sites ADD COLUMN \"ID2; DROP TABLE sites\" TEXT DEFAULT 'x'",
          "ALTER TABLE sites ADD COLUMN d DATETIME DEFAULT 1e300",
          "ALTER TABLE sites ADD COLUMN b BLOB DEFAULT x'0102'",
          "ALTER TABLE sites ADD COLUMN g AS (hex(randomblob(100)))",
          "UPDATE gpkg_geometry_columns SET srs_id = 32648",
          "UPDATE gpkg_geometry_columns SET srs_id = 9223372036854775807",
          "UPDATE gpkg_geometry_columns SET column_name = 'nowhere'",
          "UPDATE gpkg_geometry_columns SET column_name = NULL",
          "UPDATE gpkg_contents SET table_name = 'sqlite_master'",
          "UPDATE gpkg_contents SET table_name = NULL",
          "UPDATE gpkg_contents SET table_name = 'a\"b'",
          "UPDATE gpkg_spatial_ref_sys SET organization = 'none'",
          "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 32648",
          "DELETE FROM gpkg_spatial_ref_sys",
          "DROP TABLE gpkg_contents",
          "PRAGMA encoding = 'UTF-16'",
          "PRAGMA user_version = 77",
          "VACUUM");

  private final Path scratch;
  private final byte[] own;
  private final List<byte[]> files;

  /**
   * @param folder for scratch files
   */
  GeoPackages(Path folder) throws IOException {
    Files.createDirectories(folder);
    scratch = folder.resolve("scratch.gpkg");
    Path written = folder.resolve("own.gpkg");
    Path sites = Seeds.planners().resolve("base.geojson");
    SiteImport read = SiteIntake.read(sites, IntakeOptions.GUESSED).sites();
    RegistryWriter.write(read.registry(), written);
    own = Files.readAllBytes(written);
    files = List.of(own, own, Seeds.planner("qgis.gpkg"), Seeds.planner("multi.gpkg"));
  }

  @Override
  public FuzzInput make(SplittableRandom chance) throws IOException {
    if (chance.nextInt(40) == 0) {
      return FuzzInput.told(own, true);
    }
    if (chance.nextInt(16) == 0) {
      return FuzzInput.of(sql(chance));
    }
    byte[] seed = PlannerFiles.pick(files, chance);
    boolean isOwn = seed == own;
    byte[] file = seed.clone();
    int hits = 1 + chance.nextInt(3);
    List<Integer> geometries = geometries(file);
    for (int i = 0; i < hits; i++) {
      switch (chance.nextInt(6)) {
        case 0, 1 -> geometry(file, geometries, chance);
        case 2, 3 -> page(file, chance);
        case 4 -> file[chance.nextInt(100)] = (byte) chance.nextInt();
        default -> file = ByteDamage.hit(file, own, chance);
      }
      if (file.length < 200) {
        break;
      }
    }
    return isOwn ? FuzzInput.told(file, false) : FuzzInput.of(file); // others are in metres
  }

  /** Where blobs begin. */
  private static List<Integer> geometries(byte[] file) {
    var places = new ArrayList<Integer>();
    for (int at = 0; at + 80 < file.length; at++) {
      if (file[at] == 'G' && file[at + 1] == 'P' && file[at + 2] == 0) {
        places.add(at);
      }
    }
    return places;
  }

  /** Header, envelope, type, counts or a vertex of a geometry. */
  private static void geometry(byte[] file, List<Integer> places, SplittableRandom chance) {
    if (places.isEmpty()) {
      return;
    }
    int at = Math.min(PlannerFiles.pick(places, chance) + chance.nextInt(70), file.length - 9);
    var bytes = ByteBuffer.wrap(file);
    switch (chance.nextInt(5)) {
      case 0 -> file[at] = (byte) chance.nextInt(12);
      case 1 -> file[at] ^= (byte) (1 << chance.nextInt(8));
      case 2 -> bytes.putInt(at, Integer.reverseBytes((int) ByteDamage.oddNumber(chance)));
      case 3 -> bytes.putInt(at, Integer.reverseBytes(chance.nextInt(3010)));
      default ->
          bytes.putLong(
              at, Long.reverseBytes(Double.doubleToLongBits(ByteDamage.oddDouble(chance))));
    }
  }

  /** The head of a page, or the places of its cells. */
  private static void page(byte[] file, SplittableRandom chance) {
    int pageBytes = Math.max(512, (file[16] & 0xff) << 8 | file[17] & 0xff);
    int pages = file.length / pageBytes;
    if (pages > 0) {
      int head = chance.nextInt(pages) * pageBytes;
      int at = head + (head == 0 ? 100 : 0) + chance.nextInt(24);
      if (at < file.length) {
        file[at] = (byte) (chance.nextBoolean() ? chance.nextInt() : file[at] + 1);
      }
    }
  }

  private byte[] sql(SplittableRandom chance) throws IOException {
    Files.write(scratch, own);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + scratch);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = OFF");
      statement.execute("PRAGMA synchronous = OFF");
      int statements = 1 + chance.nextInt(4);
      for (int i = 0; i < statements; i++) {
        try {
          statement.execute(PlannerFiles.pick(SQL, chance));
        } catch (SQLException doesNotFit) {
          // what came before stays
        }
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return Files.readAllBytes(scratch);
  }
}

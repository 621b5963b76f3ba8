package org.sitewatch.sites.registry.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryFinding;

/**
 * Two hundred files of each format, damaged by seeded chance: each gives findings or one sentence,
 * or sites whose outlines are the undamaged ones – or, where damage makes another good file, as a
 * digit for a digit does, those that GDAL reads in it.
 */
@Tag("slow")
class DamagedFilesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "utf8.shp, utf8.shp, '', 200",
    "utf8.shp, utf8.shx, '', 50",
    "utf8.shp, utf8.dbf, '', 100",
    "utf8.shp, utf8.prj, '', 50",
    "utf8.shp, utf8.cpg, '', 20",
    "old.shp, old.dbf, '', 100",
    "one.zip, one.zip, '', 200",
    "libkml.kml, libkml.kml, '', 200",
    "libkml.kmz, libkml.kmz, '', 200",
    "wkt.csv, wkt.csv, '', 200",
    "crs84.geojson, crs84.geojson, '', 200",
    "multi.gpkg, multi.gpkg, dig, 200"
  })
  void damageIsToldOrHarmless(String name, String damagedPart, String layer, int files)
      throws IOException, InterruptedException {
    IntakeOptions options =
        layer.isEmpty() ? IntakeOptions.GUESSED : PlannerFiles.layers(layer, "", "");
    Path file = PlannerFiles.copy(name, folder);
    Path part = folder.resolve(damagedPart);
    byte[] whole = Files.readAllBytes(part);
    List<Site> undamaged = SiteIntake.read(file, options).sites().validSites();
    boolean gdal = hasGdal();
    int refused = 0;
    int told = 0;
    int compared = 0;
    for (int seed = 0; seed < files; seed++) {
      Files.write(part, damaged(whole, new Random(seed)));
      String label = damagedPart + ", seed " + seed;
      Optional<Intake> read = read(file, options, label);
      if (read.isEmpty()) {
        refused++;
      } else if (!isSame(undamaged, read.get().sites().validSites())) {
        told += read.get().sites().findings().isEmpty() ? 0 : 1;
        if (gdal) {
          checkAgainstGdal(file, layer, read.get().sites().validSites(), label);
          compared++;
        }
      }
    }
    assertTrue(refused + told + compared > 0, damagedPart + " was not damaged");
  }

  /** Empty if it was refused with a sentence; anything else that is thrown fails. */
  private static Optional<Intake> read(Path file, IntakeOptions options, String label) {
    try {
      Intake read = assertTimeoutPreemptively(LIMIT, () -> SiteIntake.read(file, options), label);
      for (RegistryFinding finding : read.sites().findings()) {
        assertFalse(finding.message().isBlank(), label);
      }
      return Optional.of(read);
    } catch (UserException e) {
      assertTrue(
          e.exitCode() == ExitCode.REGISTRY_INVALID || e.exitCode() == ExitCode.USAGE,
          label + ": " + e.exitCode());
      assertEquals(1, e.getMessage().lines().count(), label + ": " + e.getMessage());
      return Optional.empty();
    } catch (RuntimeException e) {
      return fail(label, e);
    }
  }

  private static boolean isSame(List<Site> expected, List<Site> actual) {
    if (!expected.stream().map(Site::id).toList().equals(actual.stream().map(Site::id).toList())) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!isSame(expected.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Site expected, Site actual) {
    if (!expected.zones().keySet().equals(actual.zones().keySet())) {
      return false;
    }
    for (Zone zone : expected.zones().keySet()) {
      if (!PlannerFiles.isSameArea(expected.zones().get(zone), actual.zones().get(zone))) {
        return false;
      }
    }
    return true;
  }

  /** Every outline taken is one that GDAL sees in the damaged file as well. */
  private void checkAgainstGdal(Path file, String layer, List<Site> sites, String label)
      throws IOException, InterruptedException {
    if (sites.isEmpty()) {
      return;
    }
    Path other = folder.resolve("gdal.geojson");
    Files.deleteIfExists(other);
    var words = new ArrayList<String>(List.of("ogr2ogr", "-f", "GeoJSON", "-lco"));
    words.addAll(List.of("RFC7946=NO", "-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=10"));
    boolean old = file.endsWith("old.shp");
    words.addAll(old ? List.of("--config", "SHAPE_ENCODING", "CP1251") : List.of());
    boolean table = file.toString().endsWith(".csv");
    words.addAll(
        table ? List.of("-s_srs", "EPSG:4326", "-skipfailures") : List.of("-skipfailures"));
    words.addAll(List.of(other.toString(), file.toString()));
    words.addAll(layer.isEmpty() ? List.of() : List.of(layer));
    String said = run(words);
    if (!Files.exists(other)) {
      fail(label + ": taken as " + sites.size() + " sites, but GDAL says " + said);
    }
    List<Site> others = SiteIntake.read(other, IntakeOptions.GUESSED).sites().validSites();
    for (Site site : sites) {
      boolean agreed = others.stream().anyMatch(any -> isSame(site, any));
      assertTrue(agreed, () -> label + ": " + site + "\nGDAL: " + others + "\n" + said);
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    for (int hit = 0; hit <= random.nextInt(3) && damaged.length > 0; hit++) {
      int from = random.nextInt(damaged.length);
      int to = Math.min(damaged.length, from + 1 + random.nextInt(40));
      switch (random.nextInt(7)) {
        case 0 -> damaged[from] ^= (byte) (1 << random.nextInt(8));
        case 1 -> damaged[from] = (byte) random.nextInt();
        case 2 -> Arrays.fill(damaged, from, to, (byte) 0);
        case 3 -> damaged = joined(damaged, 0, from, to, damaged.length); // a piece is gone
        case 4 -> damaged = joined(damaged, 0, to, from, damaged.length); // a piece is doubled
        case 5 -> damaged = Arrays.copyOf(damaged, Math.max(1, from));
        default -> {
          for (int at = from; at < Math.min(to, from + 4); at++) {
            damaged[at] = (byte) ('0' + random.nextInt(10));
          }
        }
      }
    }
    return damaged;
  }

  private static byte[] joined(byte[] bytes, int from, int to, int again, int end) {
    var joined = new ByteArrayOutputStream();
    joined.write(bytes, from, to - from);
    joined.write(bytes, again, end - again);
    return joined.toByteArray();
  }

  private static boolean hasGdal() throws InterruptedException {
    try {
      return run(List.of("ogrinfo", "--version")).startsWith("GDAL");
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(List<String> words) throws IOException, InterruptedException {
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return said;
  }
}

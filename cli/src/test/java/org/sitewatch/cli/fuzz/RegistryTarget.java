package org.sitewatch.cli.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.csv.CsvColumns;
import org.sitewatch.sites.registry.intake.IntakeOptions;
import org.sitewatch.sites.registry.intake.LayerChoice;
import org.sitewatch.sites.registry.intake.SiteIntake;
import org.sitewatch.sites.registry.text.TextCharset;

/** A planner's file of one format, as {@code sites import} reads it. */
final class RegistryTarget implements FuzzTarget {

  /** Makes files of a format. */
  interface Maker {
    FuzzInput make(SplittableRandom chance) throws IOException;
  }

  /** How vertices stand in a file. */
  enum Vertices {
    TEXT,
    BYTES
  }

  private final String name;
  private final Maker maker;
  private final Vertices vertices;
  private final long costs;
  private final Path file;
  private final SitesOracle oracle;

  /**
   * @param costs how many executions of average cost one of these takes
   * @param folder of its own
   */
  RegistryTarget(
      String name, String ending, Maker maker, Vertices vertices, long costs, Path folder)
      throws IOException {
    this.name = name;
    this.maker = maker;
    this.vertices = vertices;
    this.costs = costs;
    Files.createDirectories(folder);
    this.file = folder.resolve("sites." + ending);
    this.oracle = new SitesOracle(folder.resolve("again.geojson"));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public FuzzInput make(SplittableRandom chance) throws IOException {
    return maker.make(chance);
  }

  @Override
  public boolean takes(FuzzInput input) throws IOException {
    Files.write(file, input.bytes());
    int mark = input.mark();
    IntakeOptions options = input.whole() ? IntakeOptions.GUESSED : options(mark);
    boolean isRegistry =
        !input.whole() && mark % 4 == 3 && (name.equals("geojson") || name.equals("gpkg"));
    SiteImport found =
        isRegistry ? RegistryReader.read(file) : SiteIntake.read(file, options).sites();
    oracle.checkSites(found, mark % 4 == 0);
    boolean isDrawn = Double.isNaN(options.radius_m()) && Double.isNaN(options.buffer_m());
    if (isDrawn && input.numbers().length > 0) {
      if (vertices == Vertices.TEXT) {
        SitesOracle.checkVerticesInText(found, input.numbers());
      } else {
        SitesOracle.checkVerticesInBytes(found, input.numbers());
      }
    }
    return !found.validSites().isEmpty();
  }

  /** What a planner may say; mostly nothing. */
  private static IntakeOptions options(int mark) {
    boolean grows = mark % 7 == 0;
    return new IntakeOptions(
        Map.of(),
        CsvColumns.GUESSED,
        LayerChoice.ANY,
        mark % 11 == 0 ? TextCharset.named("windows-1251") : Optional.empty(),
        mark % 5 == 0 ? 4326 : 0,
        grows ? 60 : Double.NaN,
        grows && mark % 2 == 0 ? 25 : Double.NaN);
  }

  @Override
  public long share(long executions) {
    return Math.max(1, executions / costs);
  }
}

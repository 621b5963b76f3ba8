package org.sitewatch.cli.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.cli.fuzz.RegistryTarget.Vertices;

/** All targets. */
final class Targets {
  private Targets() {}

  /**
   * @param folder for their files
   */
  static List<FuzzTarget> all(Path folder) throws IOException {
    var targets = new ArrayList<FuzzTarget>();
    targets.add(new TiffTarget(Seeds.images()));
    targets.addAll(registries(folder.resolve("sites")));
    targets.addAll(new SceneDocuments(folder.resolve("scenes")).targets());
    targets.add(new SearchAnswers().target());
    targets.addAll(new FieldFiles(folder.resolve("field")).targets());
    return List.copyOf(targets);
  }

  private static List<FuzzTarget> registries(Path folder) throws IOException {
    return List.of(
        new RegistryTarget("geojson", "geojson", PlannerFiles.geoJson(), Vertices.TEXT, 1, folder),
        new RegistryTarget("kml", "kml", PlannerFiles.kml(), Vertices.TEXT, 1, folder),
        new RegistryTarget("kmz", "kmz", PlannerFiles.kmz(), Vertices.TEXT, 2, folder),
        new RegistryTarget("csv", "csv", PlannerFiles.csv(), Vertices.TEXT, 1, folder),
        new RegistryTarget("shapefile", "zip", PlannerFiles.shapefile(), Vertices.BYTES, 2, folder),
        new RegistryTarget("gpkg", "gpkg", new GeoPackages(folder), Vertices.BYTES, 4, folder));
  }
}

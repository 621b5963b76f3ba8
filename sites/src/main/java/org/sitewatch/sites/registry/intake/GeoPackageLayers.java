package org.sitewatch.sites.registry.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.registry.GeoPackageReader;
import org.sitewatch.sites.registry.RawLayer;

/** The layers of a GeoPackage. */
record GeoPackageLayers(String name, Path file, int epsgIfUnsaid) implements PlannerFile {

  @Override
  public String format() {
    return "GeoPackage";
  }

  @Override
  public List<String> layers() throws IOException {
    return GeoPackageReader.layers(name, file);
  }

  /** One called {@code sites} is the registry's. */
  @Override
  public Optional<String> preferred() throws IOException {
    return layers().contains(GeoPackageReader.LAYER)
        ? Optional.of(GeoPackageReader.LAYER)
        : PlannerFile.super.preferred();
  }

  @Override
  public RawLayer read(String layer) throws IOException {
    return GeoPackageReader.layer(name, file, layer, epsgIfUnsaid);
  }
}

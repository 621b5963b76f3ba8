package org.sitewatch.sites.registry.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RawLayer;
import org.sitewatch.sites.registry.kml.KmlReader;

/** A KML file: all of it, or its folders one by one as layers. */
record KmlFolders(String format, RawLayer all) implements PlannerFile {

  @Override
  public List<String> layers() {
    var folders = new TreeSet<String>();
    all.features().forEach(feature -> folder(feature).ifPresent(folders::add));
    var names = new ArrayList<String>(folders);
    names.add(0, all.name());
    return names;
  }

  @Override
  public Optional<String> preferred() {
    return Optional.of(all.name());
  }

  @Override
  public RawLayer read(String layer) {
    if (layer.equals(all.name())) {
      return all;
    }
    List<RawFeature> own =
        all.features().stream()
            .filter(feature -> folder(feature).filter(layer::equals).isPresent())
            .toList();
    return new RawLayer(layer, own, all.findings(), all.notices());
  }

  @Override
  public boolean nameMayServe() {
    return true;
  }

  private static Optional<String> folder(RawFeature feature) {
    return Optional.ofNullable(feature.properties().get(KmlReader.FOLDER)).map(RawFeature::text);
  }
}

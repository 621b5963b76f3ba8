package org.sitewatch.sites.registry.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * Where names serve as ids, one name is one outline a zone: two called "Untitled Polygon" are not
 * parts of one site.
 */
final class NamesAsIds {
  private NamesAsIds() {}

  static List<RawFeature> checked(List<RawFeature> features) {
    var counts = new HashMap<String, Integer>();
    features.forEach(feature -> counts.merge(key(feature), 1, Integer::sum));
    var checked = new ArrayList<RawFeature>();
    for (RawFeature feature : features) {
      int count = counts.get(key(feature));
      if (count == 1 || feature.id().isEmpty()) {
        checked.add(feature);
        continue;
      }
      var flaws = new ArrayList<>(feature.flaws());
      flaws.add(
          Flaw.error(
              Code.A1,
              "%d features have this name and no id; give every site a name or an id of its own,"
                      .formatted(count)
                  + " or say --id-field if they are parts of one"));
      checked.add(RawFeature.of(feature.label(), feature.properties(), feature.outline(), flaws));
    }
    return checked;
  }

  private static String key(RawFeature feature) {
    return feature.id() + '\n' + feature.zone(new ArrayList<>());
  }
}

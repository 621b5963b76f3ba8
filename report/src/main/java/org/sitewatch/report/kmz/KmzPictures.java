package org.sitewatch.report.kmz;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.pack.FixedZip;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.sites.Tile;

/** The pictures of a run in its archive, under names of plain ASCII. */
final class KmzPictures {
  private static final String FOLDER = "pictures/";

  private KmzPictures() {}

  /** Paths in the archive by the place in {@link Evidence#KINDS}; empty without evidence. */
  static SortedMap<Integer, String> paths(DisturbanceRecord disturbance) {
    var paths = new TreeMap<Integer, String>();
    for (int kind = 0; kind < Evidence.KINDS.size(); kind++) {
      String shows = Evidence.KINDS.get(kind);
      if (disturbance.evidence().filter(one -> one.pictures().containsKey(shows)).isPresent()) {
        paths.put(kind, FOLDER + name(disturbance.id()) + "-" + shows + ".png");
      }
    }
    return paths;
  }

  /** A reference decodes a percent sign; no id has a tilde where the key of another has one. */
  private static String name(String id) {
    return Tile.siteKey(id).replace('%', '~');
  }

  static void addTo(FixedZip zip, RunRecords records) {
    var sources = new TreeMap<String, String>();
    for (DisturbanceRecord disturbance : records.disturbances()) {
      paths(disturbance)
          .forEach(
              (kind, path) ->
                  sources.put(
                      path,
                      disturbance
                          .evidence()
                          .orElseThrow()
                          .pictures()
                          .get(Evidence.KINDS.get(kind))));
    }
    for (Map.Entry<String, String> source : sources.entrySet()) {
      zip.addPicture(source.getKey(), records.picture(source.getValue()));
    }
  }
}

package org.sitewatch.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.report.json.FeatureWriter;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/**
 * {@code zones.geojson}: the zones of the judged sites as they were when the run was made, and of
 * those whose entry cannot be used as an earlier run knew them, one feature a zone, innermost
 * first. The registry may be edited later.
 */
public final class ZonesReport {
  private ZonesReport() {}

  /** The file of the run directory. */
  public static RunFiles files(String runId, Collection<Site> sites) {
    List<Site> ordered = sites.stream().sorted(Comparator.comparing(Site::id)).toList();
    return folder -> {
      try (OutputStream out = Files.newOutputStream(folder.resolve(RunFiles.ZONES));
          FeatureWriter features = new FeatureWriter(out)) {
        for (Site site : ordered) {
          write(features, runId, site);
        }
      }
    };
  }

  private static void write(FeatureWriter features, String runId, Site site) throws IOException {
    for (Map.Entry<Zone, MultiPolygon> zone : new TreeMap<>(site.zones()).entrySet()) {
      String label = zone.getKey().label();
      features.start(site.id() + "/" + label, zone.getValue());
      features.put("site_id", site.id());
      features.put("site_name", site.name());
      features.put("zone", label);
      features.put("run_id", runId);
      features.end();
    }
  }
}

package org.sitewatch.report.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.detect.Period;
import org.sitewatch.report.run.RelativePath;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.work.ReportedFeatures;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Zone;

/**
 * A run read back from the files it wrote: what every other form of its report is made of, when it
 * is committed and at any later time, so that both have the same bytes.
 *
 * @param folder where its files are
 * @param disturbances in order of rank
 * @param sites in order of id
 */
public record RunRecords(
    Path folder,
    String runId,
    Period period,
    List<DisturbanceRecord> disturbances,
    List<SiteRecord> sites) {

  public RunRecords {
    disturbances = List.copyOf(disturbances);
    sites = List.copyOf(sites);
  }

  /**
   * @throws UserException with {@link ExitCode#INTEGRITY} if a file is not what a run writes
   */
  public static RunRecords read(Path folder, String runId, Period period) {
    var disturbances = new ArrayList<DisturbanceRecord>();
    Path found = folder.resolve(RunFiles.DISTURBANCES);
    ReportedFeatures.forEach(
        found,
        feature -> {
          JsonNode properties = feature.path("properties");
          disturbances.add(
              new DisturbanceRecord(
                  outline(found, feature),
                  properties,
                  EvidenceFile.find(folder, properties.path("id").asText())));
        });
    var sites = new ArrayList<SiteRecord>();
    Path coverage = folder.resolve(RunFiles.COVERAGE);
    ReportedFeatures.forEach(
        coverage,
        feature ->
            sites.add(new SiteRecord(outline(coverage, feature), feature.path("properties"))));
    return new RunRecords(folder, runId, period, disturbances, sites);
  }

  /** The site of a disturbance; empty if the ledger lacks it. */
  public Optional<SiteRecord> findSite(String siteId) {
    int low = 0;
    int high = sites.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = sites.get(middle).id().compareTo(siteId);
      if (order == 0) {
        return Optional.of(sites.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return Optional.empty();
  }

  /**
   * The zones of the sites as they were judged, by site and innermost first; none in a run of
   * before they were kept.
   */
  public SortedMap<String, SortedMap<Zone, MultiPolygon>> zones() {
    var zones = new TreeMap<String, SortedMap<Zone, MultiPolygon>>();
    Path file = folder.resolve(RunFiles.ZONES);
    if (Files.isRegularFile(file)) {
      ReportedFeatures.forEach(
          file,
          feature ->
              zones
                  .computeIfAbsent(
                      feature.path("properties").path("site_id").asText(), any -> new TreeMap<>())
                  .put(zone(file, feature), outline(file, feature)));
    }
    return zones;
  }

  private static Zone zone(Path file, JsonNode feature) {
    String label = feature.path("properties").path("zone").asText();
    return Arrays.stream(Zone.values())
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new UserException(ExitCode.INTEGRITY, file + ": '" + label + "' is no zone"));
  }

  private static MultiPolygon outline(Path file, JsonNode feature) {
    try {
      return ReportedOutline.of(feature.path("geometry"));
    } catch (IllegalArgumentException broken) {
      throw new UserException(
          ExitCode.INTEGRITY, file + ": cannot be read: " + broken.getMessage(), broken);
    }
  }

  /**
   * The bytes of a picture.
   *
   * @param file as {@link Evidence#pictures} names it
   * @throws UserException with {@link ExitCode#INTEGRITY} if it is not there
   */
  public byte[] picture(String file) {
    try {
      if (!RelativePath.isSafe(file)) {
        throw new IOException("it leaves the run");
      }
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.INTEGRITY,
          folder.resolve(file) + ": cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }
}

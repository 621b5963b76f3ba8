package org.sitewatch.report;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a disturbance's feature tells beside what was found.
 *
 * @param publishedIn run that first reported a disturbance, by its id; one that is not in it is
 *     first reported by this run
 * @param sceneTimes when a scene was sensed, by its id
 * @param software version of the program
 * @param configSha256 of the settings that can change a result
 * @param chips sha256 of a disturbance's pictures by their file in the run, by its id and what they
 *     show, see {@link org.sitewatch.report.records.Evidence#pictures}
 */
public record RunFacts(
    Map<String, String> publishedIn,
    Map<String, Instant> sceneTimes,
    String software,
    String configSha256,
    Map<String, SortedMap<String, Chip>> chips) {

  /**
   * A picture in the run.
   *
   * @param file below the folder of the run
   */
  public record Chip(String file, String sha256) {}

  /** Empty where there is no scene, or it is not known. */
  Optional<Instant> utc(String sceneId) {
    return Optional.ofNullable(sceneTimes.get(sceneId));
  }

  /** The picture that shows something of a disturbance, if there is one. */
  Optional<Chip> chip(String disturbanceId, String shows) {
    return Optional.ofNullable(chips.get(disturbanceId)).map(own -> own.get(shows));
  }
}

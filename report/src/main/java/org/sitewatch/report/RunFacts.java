package org.sitewatch.report;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sitewatch.report.chips.Chips;

/**
 * What a disturbance's feature tells beside what was found.
 *
 * @param publishedIn run that first reported a disturbance, by its id; one that is not in it is
 *     first reported by this run
 * @param sceneTimes when a scene was sensed, by its id
 * @param software version of the program
 * @param configSha256 of the settings that can change a result
 * @param chips the pictures that the run keeps
 */
public record RunFacts(
    Map<String, String> publishedIn,
    Map<String, Instant> sceneTimes,
    String software,
    String configSha256,
    Chips chips) {

  /** Empty where there is no scene, or it is not known. */
  Optional<Instant> utc(String sceneId) {
    return Optional.ofNullable(sceneTimes.get(sceneId));
  }

  /** The file in the run that shows something of a disturbance, if there is one. */
  Optional<String> picture(String disturbanceId, String shows) {
    return chips.find(disturbanceId).map(chip -> chip.evidence().pictures().get(shows));
  }

  /** The hash of {@link #picture}. */
  Optional<String> pictureSha256(String disturbanceId, String shows) {
    return picture(disturbanceId, shows)
        .map(file -> chips.find(disturbanceId).orElseThrow().sha256().get(file));
  }
}

package org.sitewatch.report.run;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.sitewatch.sites.Sha256;

/**
 * All that the result of a run depends on. Two runs with equal inputs have the same bytes.
 *
 * @param settings every setting that can change a result, by name; no secrets
 * @param registrySha256 of the registry file as read
 * @param floors SHA-256 of the files that tell detection floors, by path in the workspace
 * @param reviews SHA-256 of the files of verdicts that were taken in, by path in the workspace
 * @param scenes in order of id
 * @param sites in order of id
 */
public record RunInputs(
    RunInfo run,
    SortedMap<String, String> settings,
    String registrySha256,
    SortedMap<String, String> floors,
    SortedMap<String, String> reviews,
    List<SceneInput> scenes,
    List<SiteDecision> sites)
    implements Serializable {

  public RunInputs {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    floors = Collections.unmodifiableSortedMap(new TreeMap<>(floors));
    reviews = Collections.unmodifiableSortedMap(new TreeMap<>(reviews));
    scenes = sorted(scenes, SceneInput::id);
    sites = sorted(sites, SiteDecision::siteId);
    if (!Sha256.isDigest(registrySha256)) {
      throw new IllegalArgumentException(
          "registry: '" + registrySha256 + "' is no SHA-256 in lower-case hex");
    }
  }

  /** Of all settings, a line each: two runs with one hash were judged by one rule. */
  public String settingsSha256() {
    var lines = new StringBuilder();
    settings.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static <T> List<T> sorted(Collection<T> some, Function<T, String> id) {
    List<T> sorted = some.stream().sorted(Comparator.comparing(id)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (id.apply(sorted.get(i)).equals(id.apply(sorted.get(i - 1)))) {
        throw new IllegalArgumentException("'" + id.apply(sorted.get(i)) + "' comes twice");
      }
    }
    return sorted;
  }
}

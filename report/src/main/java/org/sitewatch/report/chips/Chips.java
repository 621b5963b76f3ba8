package org.sitewatch.report.chips;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.RunFacts;
import org.sitewatch.report.records.EvidenceFile;
import org.sitewatch.report.run.RunFiles;

/**
 * The pictures and looks of a run's disturbances, ready to be put into it.
 *
 * @param folder where the files lie until then, see {@link #files()}
 * @param byId by id of the disturbance
 */
public record Chips(Path folder, SortedMap<String, Chip> byId) {

  public Chips {
    byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
  }

  /** Empty for a disturbance that was not pictured. */
  public Optional<Chip> find(String disturbanceId) {
    return Optional.ofNullable(byId.get(disturbanceId));
  }

  /** The pictures as the records of the run name them, by id and by what they show. */
  public Map<String, SortedMap<String, RunFacts.Chip>> byFact() {
    var facts = new TreeMap<String, SortedMap<String, RunFacts.Chip>>();
    byId.forEach(
        (id, chip) -> {
          var pictures = new TreeMap<String, RunFacts.Chip>();
          chip.evidence()
              .pictures()
              .forEach(
                  (shows, file) ->
                      pictures.put(shows, new RunFacts.Chip(file, chip.sha256().get(file))));
          facts.put(id, pictures);
        });
    return facts;
  }

  /** The files for the run's folder. */
  public RunFiles files() {
    return RunFiles.copyOf(folder, EvidenceFile.FOLDER);
  }
}

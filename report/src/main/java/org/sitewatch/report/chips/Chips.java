package org.sitewatch.report.chips;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** The files for the run's folder. */
  public RunFiles files() {
    return RunFiles.copyOf(folder, EvidenceFile.FOLDER);
  }
}

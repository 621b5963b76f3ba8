package org.sitewatch.report.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where one run and its state lie in a workspace, and where they wait while a commit is under way.
 * The waiting names begin with a dot, so no reader takes them for runs.
 */
record RunPlaces(Path runs, Path states, String id) {
  private static final String PARTIAL = ".partial";
  private static final String REPLACED = ".replaced";

  static RunPlaces of(Path workspace, String id) {
    return new RunPlaces(workspace.resolve("runs"), workspace.resolve("state"), id);
  }

  /** The run that a waiting name stands for; empty for any other name. */
  static Optional<String> waitingId(String name) {
    for (String ending : List.of(PARTIAL, REPLACED)) {
      int end = name.length() - ending.length();
      if (end > 1 && name.startsWith(".") && name.endsWith(ending)) {
        return Optional.of(name.substring(1, end)).filter(RunInfo::isId);
      }
    }
    return Optional.empty();
  }

  Path run() {
    return runs.resolve(id);
  }

  Path runPartial() {
    return runs.resolve("." + id + PARTIAL);
  }

  Path runReplaced() {
    return runs.resolve("." + id + REPLACED);
  }

  Path state() {
    return states.resolve(id);
  }

  Path statePartial() {
    return states.resolve("." + id + PARTIAL);
  }

  Path stateReplaced() {
    return states.resolve("." + id + REPLACED);
  }
}

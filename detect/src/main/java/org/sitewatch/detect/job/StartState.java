package org.sitewatch.detect.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.AlertState;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * Where a run starts from at one site.
 *
 * @param state what was known
 * @param from the day up to which it was known; looks after it are still to be judged
 */
record StartState(AlertState state, LocalDate from) {

  /**
   * The state of the newest earlier run that was made from the very looks that are stored now up to
   * its end. If a scene came late, that is a run before it; if there is none, watching begins anew
   * where the first earlier run began.
   *
   * @param earlierRuns the newest first; empty if this is the first run, which begins at its since
   */
  static Optional<StartState> find(
      String siteId, SiteView view, StackReading reading, List<EarlierRun> earlierRuns) {
    for (EarlierRun run : earlierRuns) {
      Optional<SiteStates.Entry> entry = read(siteId, run).flatMap(all -> all.of(view.sensor()));
      if (entry.isPresent()
          && entry.get().looksSha256().equals(LooksDigest.of(reading, run.until()))) {
        return Optional.of(new StartState(entry.get().state(), run.until()));
      }
    }
    AlertState none = AlertState.none(siteId, reading.stack());
    return earlierRuns.stream()
        .map(EarlierRun::since)
        .min(LocalDate::compareTo)
        .map(first -> new StartState(none, first));
  }

  private static Optional<SiteStates> read(String siteId, EarlierRun run) {
    Path file = Path.of(run.stateFolder()).resolve(SiteStates.fileName(siteId));
    try {
      return Optional.of(SiteStates.ofJson(Files.readString(file), file.toString()));
    } catch (NoSuchFileException unknownSite) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.INTEGRITY, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}

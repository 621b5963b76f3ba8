package org.sitewatch.detect;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitewatch.detect.LookShelf.KeptLook;
import org.sitewatch.detect.series.RegisteredLook;
import org.sitewatch.detect.series.SeriesLook;
import org.sitewatch.detect.series.SeriesLookFormat;
import org.sitewatch.detect.series.WindowEvidence;

/** Looks as the model in force sees them; what looks before the judged one showed may be kept. */
final class SeenLooks {
  private final ClearLooks looks;
  private final SeriesLearning learning;
  private final SiteKnowledge known;
  private final LookShelf shelf;
  private final SeriesLookFormat format;
  private final LocalDate keptFrom;
  private final Map<Integer, LookShift> tooFar = new HashMap<>();

  /**
   * @param shelf of what is known
   * @param until the last day that is judged
   */
  SeenLooks(
      ClearLooks looks,
      SeriesLearning learning,
      SiteKnowledge known,
      LookShelf shelf,
      LocalDate until) {
    this.looks = looks;
    this.learning = learning;
    this.known = known;
    this.shelf = shelf;
    var grid = looks.stack().grid();
    format = new SeriesLookFormat(known.model(), grid.width(), grid.height());
    keptFrom = until.minusDays((long) WindowEvidence.OLDEST_DAYS);
  }

  /** Empty if too little of it is clear. */
  Optional<SeriesLook> see(int look) {
    Optional<SeriesLook> seen = seen(look);
    keep(look, seen);
    return seen;
  }

  /** The same of a look that was seen before, if that was kept. */
  Optional<SeriesLook> find(int look) {
    Optional<KeptLook> kept =
        looks.isUsable(look)
            ? looks.stack().fingerprint(look).flatMap(print -> shelf.find(date(look), print))
            : Optional.empty();
    if (kept.isEmpty()) {
      return see(look);
    }
    try {
      return format.read(kept.get().vectors(), seen -> whole(look, seen, kept.get()));
    } catch (IllegalArgumentException ofAnother) {
      return see(look);
    }
  }

  private SeriesLook whole(int look, SeriesLook seen, KeptLook kept) {
    try {
      return format.withResiduals(seen, kept.rest());
    } catch (IOException | IllegalArgumentException broken) {
      return seen(look).orElseThrow();
    }
  }

  private Optional<SeriesLook> seen(int look) {
    if (!looks.isUsable(look)) {
      return Optional.empty();
    }
    RegisteredLook registered = learning.registered(look, known);
    if (registered.shift().isTooFar()) {
      tooFar.put(look, LookShift.of(registered.shift()));
      return Optional.empty();
    }
    return known.model().look(registered);
  }

  /** Where a look lies that was seen and that lies too far aside. */
  Optional<LookShift> tooFarAside(int look) {
    return Optional.ofNullable(tooFar.get(look));
  }

  private void keep(int look, Optional<SeriesLook> seen) {
    Optional<String> fingerprint = looks.stack().fingerprint(look);
    if (shelf != LookShelf.NONE
        && fingerprint.isPresent()
        && looks.isUsable(look)
        && date(look).isAfter(keptFrom)) {
      shelf.keep(
          date(look),
          fingerprint.get(),
          seen.map(SeriesLookFormat::vectors).orElseGet(SeriesLookFormat::nothing),
          seen.map(SeriesLookFormat::residuals).orElseGet(SeriesLookFormat::nothing));
    }
  }

  private LocalDate date(int look) {
    return looks.look(look).date();
  }
}

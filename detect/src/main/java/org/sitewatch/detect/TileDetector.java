package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.detect.series.ShiftEstimate;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.Site;

/**
 * Finds what changed in one tile: the looks of a period are judged in order of time, each against
 * all looks before it, and every finding is followed from look to look. A pure function of its
 * arguments: week after week, each from the state the one before left, gives the state and the
 * disturbances that one pass over all weeks gives, but for which of them are new; outcomes and
 * counts are of the period alone. {@link SiteFindings#lastClear} is the same, too, but for one
 * case: a look that a long history set aside in an earlier period passes for clear in a period that
 * has no clear look of its own. See docs/grids.md.
 */
public final class TileDetector {
  /** A look that shows less of the zones is no day on which the site was seen clear. */
  private static final double CLEAR_SHARE = 0.5;

  private TileDetector() {}

  /**
   * @param stack all looks known, also those before the period, which are history; looks after it
   *     are not read
   * @param before the state at {@code period.since()}
   * @param idMark stands before the letter of an id, so that two sensors of one site never give the
   *     same; empty for the first
   * @param pools of the same series of other sites
   * @param log is told of all objects that are measured
   * @param shelf keeps what was learnt of the site from run to run
   */
  public static TileResult detect(
      Site site,
      TileStack stack,
      AlertState before,
      Period period,
      DetectConfig config,
      ClassPools pools,
      String idMark,
      ObjectLog log,
      KnowledgeShelf shelf) {
    var window = new SiteWindow(site, stack.grid());
    var looks = new ClearLooks(stack, config, shelf);
    var series = SeriesJudge.of(looks, window, config, pools, log, shelf, period.until());
    var placed = new PlacedLooks(looks, shelf);
    var book = new AlertBook(window, before.on(stack), config, idMark);
    var outcomes = new ArrayList<LookOutcome>();
    var tooFar = new BitSet();
    ChangeSurface change = null;
    var budget = HeldBudget.NONE;
    for (int look = 0; look < stack.looks().size(); look++) {
      if (!period.contains(looks.look(look).date())) {
        continue;
      }
      if (!looks.isUsable(look)) {
        outcomes.add(unseen(looks, look, window));
        continue;
      }
      int judged = look;
      Optional<LookEvidence> bySeason = series.flatMap(judge -> judge.judge(judged, book));
      LookShift shift =
          bySeason.map(LookEvidence::shift).orElseGet(() -> placed.get().shift(judged));
      if (shift.isTooFar()) {
        outcomes.add(failed(looks, look, shift));
        tooFar.set(look);
        continue;
      }
      var evidence =
          bySeason.orElseGet(
              () -> LookJudge.judge(placed.get(), judged, book.frozen(looks), config));
      outcomes.add(outcome(looks, look, evidence, window));
      if (evidence.hasPast()) {
        book.enter(evidence);
        budget = evidence.rule().budget().isKnown() ? evidence.rule().budget() : budget;
        change = new ChangeSurface(stack.grid(), looks.look(look), evidence.evidence());
      }
    }
    var findings =
        new SiteFindings(
            site.id(),
            disturbances(book, window, period),
            outcomes,
            lastClear(
                looks,
                look -> tooFar.get(look) || isSetAside(looks, look, series, placed),
                window,
                period),
            book.dropped(),
            book.paddingObjects(),
            budget.kept());
    var state =
        new AlertState(
            site.id(),
            period.until(),
            stack.grid(),
            stack.bands(),
            book.live(),
            book.frozen(),
            book.heldOut(),
            book.ended());
    var counts = series.map(SeriesJudge::counts).orElse(TrialCounts.NONE);
    LocalDate refitDay = new LookCalendar(looks).modelOn(period.until()).orElse(null);
    return new TileResult(findings, state, counts, change, refitDay);
  }

  private static List<Disturbance> disturbances(AlertBook book, SiteWindow site, Period period) {
    return Stream.concat(book.live().stream(), book.ended().stream())
        .sorted(Comparator.comparing(LiveAlert::id))
        .map(alert -> disturbance(alert, site, period))
        .toList();
  }

  private static Disturbance disturbance(LiveAlert alert, SiteWindow site, Period period) {
    var zone = site.innermost(alert.pixels());
    var known = alert.alert();
    return new Disturbance(
        alert.id(),
        site.siteId(),
        zone,
        site.outline(alert.pixels()),
        site.extent(alert.pixels(), zone),
        alert.timeline(),
        alert.measures(),
        known.withIsNew(period.contains(alert.timeline().alertedOn())));
  }

  private static LookOutcome outcome(
      ClearLooks looks, int look, LookEvidence evidence, SiteWindow site) {
    int clear = 0;
    int judged = 0;
    for (int pixel = 0; pixel < site.grid().size(); pixel++) {
      if (site.isInside(pixel)) {
        clear += looks.clear(look)[pixel] ? 1 : 0;
        judged += evidence.isJudged(pixel) ? 1 : 0;
      }
    }
    if (clear == 0) {
      return unseen(looks, look, site);
    }
    var known = looks.look(look);
    double pixels = site.insideCount();
    return new LookOutcome.Seen(
        known.id(),
        known.date(),
        known.sensor(),
        FixedDecimals.of(clear / pixels),
        FixedDecimals.of(judged / pixels),
        evidence.shift());
  }

  /** The cause is what covers most of the zones; a rim of cloud that hides the rest is cloud. */
  private static LookOutcome unseen(ClearLooks looks, int look, SiteWindow site) {
    var counts = new int[PixelState.values().length];
    byte[] states = looks.stack().states(look);
    boolean[] snow = looks.snow(look);
    for (int pixel = 0; pixel < site.grid().size(); pixel++) {
      if (site.isInside(pixel)) {
        boolean isMissed = snow[pixel] && states[pixel] == PixelState.CLEAR.code();
        counts[isMissed ? PixelState.SNOW.ordinal() : states[pixel]]++;
      }
    }
    int cloud = counts[PixelState.CLOUD.ordinal()] + counts[PixelState.INVALID.ordinal()];
    int snowy = counts[PixelState.SNOW.ordinal()];
    int outside = counts[PixelState.OUTSIDE.ordinal()];
    var known = looks.look(look);
    return new LookOutcome.Unseen(
        known.id(), known.date(), known.sensor(), cause(cloud, snowy, outside));
  }

  private static LookOutcome.Cause cause(int cloud, int snow, int outside) {
    if (cloud + snow + outside == 0) {
      return LookOutcome.Cause.TOO_LITTLE_CLEAR;
    }
    if (outside > cloud + snow) {
      return LookOutcome.Cause.OUTSIDE;
    }
    return snow > cloud ? LookOutcome.Cause.SNOW : LookOutcome.Cause.CLOUD;
  }

  private static LookOutcome failed(ClearLooks looks, int look, LookShift shift) {
    var known = looks.look(look);
    return new LookOutcome.Failed(
        known.id(),
        known.date(),
        known.sensor(),
        String.format(
            Locale.ROOT,
            "scene '%s' shows the ground %.1f pixels (%.0f m) from where earlier looks show it,"
                + " at most %.0f can be taken back: correct its georeference and register it again",
            known.id(),
            shift.length_px(),
            shift.length_px() * looks.stack().grid().pixelSize(),
            ShiftEstimate.GREATEST_PX));
  }

  /**
   * Whether a look that may be of an earlier period was set aside. Looks of days on which the
   * season judges are not measured for it.
   */
  private static boolean isSetAside(
      ClearLooks looks, int look, Optional<SeriesJudge> series, PlacedLooks placed) {
    LocalDate day = looks.look(look).date();
    boolean isOfSeason = series.filter(judge -> judge.isInForce(day)).isPresent();
    return isOfSeason ? placed.isSetAside(look) : placed.get().isSetAside(look);
  }

  private static LocalDate lastClear(
      ClearLooks looks, IntPredicate isSetAside, SiteWindow site, Period period) {
    for (int look = looks.stack().looks().size() - 1; look >= 0; look--) {
      boolean isLater = looks.look(look).date().isAfter(period.until());
      if (isLater || !looks.isUsable(look)) {
        continue;
      }
      boolean[] clear = looks.clear(look);
      int inside = 0;
      for (int pixel = 0; pixel < clear.length; pixel++) {
        inside += clear[pixel] && site.isInside(pixel) ? 1 : 0;
      }
      if (inside >= CLEAR_SHARE * site.insideCount() && !isSetAside.test(look)) {
        return looks.look(look).date();
      }
    }
    return null;
  }
}

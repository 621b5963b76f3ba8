package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.RefitDays;
import org.sitewatch.ingest.TileStack;

/** Which looks of a stack can be judged, what they show clear, and whose model judges them. */
public final class LookCalendar {
  private final ClearLooks looks;
  private final List<LocalDate> usableDays;
  private final boolean knowsSeasons;

  LookCalendar(ClearLooks looks) {
    this.looks = looks;
    usableDays = usable().stream().map(look -> looks.look(look).date()).toList();
    knowsSeasons =
        looks.stack().isCalibrated() && OpticalBands.of(looks.stack().bands()).isPresent();
  }

  public static LookCalendar of(TileStack stack, DetectConfig config) {
    return new LookCalendar(new ClearLooks(stack, config));
  }

  /** Indices of the looks with enough clear pixels to be judged, in order of time. */
  public List<Integer> usable() {
    return IntStream.range(0, looks.stack().looks().size())
        .filter(looks::isUsable)
        .boxed()
        .toList();
  }

  /** By pixel, masks widened; shared, to be read only. */
  public boolean[] clear(int look) {
    return looks.clear(look);
  }

  /** The day whose model judges a look, empty where the history is not long. */
  public Optional<LocalDate> modelDay(int look) {
    return modelOn(looks.look(look).date());
  }

  /** The day whose model judges a look of a day, whether there is one or not. */
  public Optional<LocalDate> modelOn(LocalDate day) {
    return knowsSeasons ? RefitDays.inForce(day, usableDays) : Optional.empty();
  }
}

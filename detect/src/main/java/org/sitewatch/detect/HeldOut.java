package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What was live on the day the model in force was learnt: a run that starts later in the year has
 * to learn the same model, whatever has grown, ended or begun since.
 *
 * @param day the refit day, {@link LocalDate#MIN} before the first
 * @param patches live then, until that day
 */
public record HeldOut(LocalDate day, List<FrozenPatch> patches) implements Serializable {
  /** Nothing was learnt yet. */
  public static final HeldOut NONE = new HeldOut(LocalDate.MIN, List.of());

  public HeldOut {
    patches = List.copyOf(patches);
  }

  static HeldOut on(LocalDate day, List<LiveAlert> live) {
    return new HeldOut(
        day,
        live.stream()
            .map(
                alert ->
                    new FrozenPatch(alert.id(), alert.pixels(), alert.timeline().occurredTo(), day))
            .toList());
  }
}

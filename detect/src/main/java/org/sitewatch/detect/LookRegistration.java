package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.RegisteredLook;
import org.sitewatch.detect.series.Registration;
import org.sitewatch.detect.series.ShiftEstimate;
import org.sitewatch.ingest.PixelState;

/** Lays the looks of a site onto each other. Looks are named by their place in the stack. */
final class LookRegistration {
  private final ClearLooks looks;
  private final OpticalBands roles;

  LookRegistration(ClearLooks looks, OpticalBands roles) {
    this.looks = looks;
    this.roles = roles;
  }

  /** Laid looks of a site, and what further ones are to be measured against. */
  record Aligned(Registration registration, List<RegisteredLook> looks) {}

  /**
   * Lays some looks of the history to where all of it lies on average.
   *
   * @param some of the history, from its first look on; their median is what all are measured
   *     against
   * @param frozen [look][pixel] of what must not be learnt, null for a look without any
   */
  Aligned align(int[] some, int[] history, boolean[][] frozen) {
    var values = new ArrayList<float[][]>();
    var clear = new ArrayList<boolean[]>();
    for (int look : some) {
      values.add(values(look));
      clear.add(looks.clear(look));
    }
    var grid = looks.stack().grid();
    var median = Registration.to(values, clear, roles, grid.width(), grid.height());
    List<ShiftEstimate> shifts =
        IntStream.of(history)
            .mapToObj(look -> median.estimate(values(look), looks.clear(look)))
            .toList();
    var centre = ShiftEstimate.centre(shifts);
    var registration = median.movedTo(centre);
    var aligned = new ArrayList<RegisteredLook>();
    for (int i = 0; i < some.length; i++) {
      aligned.add(moved(some[i], registration, shifts.get(i).from(centre), frozen[some[i]]));
    }
    return new Aligned(registration, aligned);
  }

  /**
   * One more look.
   *
   * @param frozen of its pixels, null for none
   */
  RegisteredLook align(int look, Registration registration, boolean[] frozen) {
    return moved(
        look, registration, registration.estimate(values(look), looks.clear(look)), frozen);
  }

  private RegisteredLook moved(
      int look, Registration registration, ShiftEstimate shift, boolean[] frozen) {
    byte[] states = looks.stack().states(look);
    boolean[] clear = looks.clear(look);
    var clouded = new boolean[clear.length];
    for (int pixel = 0; pixel < clear.length; pixel++) {
      clouded[pixel] = !clear[pixel] && states[pixel] != PixelState.OUTSIDE.code();
    }
    RegisteredLook registered = registration.apply(day(look), values(look), clear, clouded, shift);
    if (frozen == null) {
      return registered;
    }
    var learnable = registered.clear().clone();
    for (int pixel = 0; pixel < clear.length; pixel++) {
      learnable[pixel] &= !frozen[pixel];
    }
    return new RegisteredLook(
        registered.day(), registered.values(), learnable, registered.clouded(), shift);
  }

  private float[][] values(int look) {
    return IntStream.range(0, looks.stack().bands().size())
        .mapToObj(band -> looks.stack().values(look, band))
        .toArray(float[][]::new);
  }

  /** Usable looks before a day, in order. */
  int[] usableBefore(LocalDate day) {
    return IntStream.range(0, looks.stack().looks().size())
        .filter(look -> looks.isUsable(look) && looks.look(look).date().isBefore(day))
        .toArray();
  }

  /** Days of the looks that can be learnt from, in order. */
  List<LocalDate> usableDays() {
    return IntStream.range(0, looks.stack().looks().size())
        .filter(looks::isUsable)
        .mapToObj(look -> looks.look(look).date())
        .toList();
  }

  /** Days since 1 January 1970. */
  double day(int look) {
    return looks.look(look).date().toEpochDay();
  }
}

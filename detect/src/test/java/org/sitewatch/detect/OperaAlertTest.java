package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.OperaAlert.State;

class OperaAlertTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
  private static final double VEGETATION_LOW = 10;

  private static LocalDate day(int number) {
    return DAY.plusDays(number);
  }

  @ParameterizedTest
  @CsvSource({"100, 2", "50, 3", "25, 4", "10, 7"})
  void aConstantAnomalyConfirmsAtTheLookTheFormulaSays(double anomaly, int confirmedAt) {
    var alert = new OperaAlert(VEGETATION_LOW);
    for (int look = 1; look <= confirmedAt; look++) {
      assertTrue(alert.state() != State.CONFIRMED, "before look " + look);
      alert.clear(day(5 * look), anomaly);
    }
    assertEquals(State.CONFIRMED, alert.state());
  }

  @Test
  void fortyCloudyDaysDoNotEndIt() {
    var alert = new OperaAlert().clear(day(0), 45).clear(day(5), 45);
    assertEquals(State.PROVISIONAL, alert.state());
    assertEquals(State.CONFIRMED, alert.clear(day(45), 45).state());
  }

  @Test
  void oneHitAndACleanLookIsNothing() {
    assertEquals(State.NONE, new OperaAlert().clear(day(0), 90).clear(day(5), 0).state());
  }

  @Test
  void aCleanLookInBetweenWeighsThePastAndLowersNothing() {
    var steady = new OperaAlert().clear(day(0), 40).clear(day(5), 40).clear(day(10), 80);
    var broken = new OperaAlert().clear(day(0), 40).clear(day(5), 40).clear(day(8), 0);
    assertEquals(160, broken.confidence());
    assertEquals(9 * (40 + 40 + 80) / 3.0, steady.confidence(), 1e-9);
    assertEquals(9 * (3 * 40 + 80) / 4.0, broken.clear(day(10), 80).confidence(), 1e-9);
  }

  @Test
  void twoCleanLooksEndAConfirmedOne() {
    var alert = new OperaAlert().clear(day(0), 100).clear(day(5), 100).clear(day(10), 0);
    assertEquals(State.CONFIRMED, alert.state());
    assertEquals(State.FINISHED, alert.clear(day(12), 0).state());
  }

  /** The trap: with a look a week under cloud, one clean look after 15 days ends a real one. */
  @Test
  void oneCleanLookAfterFifteenDaysEndsIt() {
    var alert = new OperaAlert().clear(day(0), 45).clear(day(5), 45);
    assertEquals(State.NONE, alert.clear(day(20), 0).state());
  }

  @Test
  void anAnomalyAfterTheEndBeginsANewOne() {
    var alert =
        new OperaAlert()
            .clear(day(0), 100)
            .clear(day(5), 100)
            .clear(day(10), 0)
            .clear(day(12), 0)
            .clear(day(30), 100);
    assertEquals(State.FIRST, alert.state());
    assertEquals(100, alert.confidence());
  }
}

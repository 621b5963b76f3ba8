package org.sitewatch.report.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewDayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-09-02",
        " 2024-9-2 ",
        "2024/09/02",
        "2024.09.02",
        "2.9.2024",
        "02.09.2024",
        "2. 9. 2024",
        "02.09.2024 00:00:00",
        "2024-09-02T00:00:00",
        "2024-09-02T13:45:00Z",
        "2024/09/02 13:45:00+08"
      })
  void theSameDayIsWrittenInManyWays(String text) {
    assertEquals(LocalDate.of(2024, 9, 2), ReviewDay.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "45537",
        "02/09/2024",
        "9/2/2024",
        "2.9.24",
        "31.02.2024",
        "2024-13-01",
        "2024-09/02",
        "2 Sep 2024",
        "yesterday"
      })
  void whatMayMeanAnotherDayIsRefused(String text) {
    assertThrows(DateTimeException.class, () -> ReviewDay.parse(text));
  }
}

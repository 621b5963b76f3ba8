package org.sitewatch.report.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  @ParameterizedTest
  @CsvSource({
    "confirmed illicit, ILLICIT",
    "Confirmed Illicit, ILLICIT",
    "confirmed_authorised, AUTHORISED",
    "confirmed authorized, AUTHORISED",
    "natural, NATURAL",
    "false alarm (cloud), CLOUD",
    "False alarm: snow, SNOW",
    "false alarm – shadow, SHADOW",
    "false_alarm/crop, CROP",
    "false alarm, OTHER",
    "NOT REACHABLE, NOT_REACHABLE",
    "pending, PENDING"
  })
  void aVerdictIsUnderstoodAsPeopleWriteIt(String word, Verdict verdict) {
    assertEquals(Optional.of(verdict), Verdict.find(word));
  }

  @Test
  void anUnknownWordNamesTheNearest() {
    assertEquals(Optional.empty(), Verdict.find("false alarm (clouds)"));
    assertEquals(Verdict.CLOUD, Verdict.nearest("false alarm (clouds)"));
    assertEquals(Verdict.NATURAL, Verdict.nearest("naturel"));
    assertEquals(Verdict.NOT_REACHABLE, Verdict.nearest("not reached"));
  }

  @Test
  void onlyWhatNobodyDidIsPutAside() {
    for (Verdict verdict : Verdict.values()) {
      assertEquals(
          verdict == Verdict.NATURAL || verdict.label().startsWith("false alarm"),
          verdict.isDismissing(),
          verdict.label());
      assertTrue(verdict.isChecked() || !verdict.isTrue());
    }
  }
}

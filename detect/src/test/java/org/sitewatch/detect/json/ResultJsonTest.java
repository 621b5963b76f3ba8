package org.sitewatch.detect.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.Status;
import org.sitewatch.detect.SyntheticResults;
import org.sitewatch.detect.TileResult;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

class ResultJsonTest {
  private static final TileResult RESULT = SyntheticResults.rich();
  private static final String STATE = AlertStateJson.toText(RESULT.state());

  @Test
  void sampleHoldsWhatIsToBeWritten() {
    var statuses = RESULT.findings().disturbances().stream().map(d -> d.alert().status()).toList();
    assertTrue(statuses.contains(Status.FINISHED) && statuses.contains(Status.CONFIRMED));
    assertFalse(RESULT.state().live().isEmpty() || RESULT.state().frozen().isEmpty());
    var outcomes = RESULT.findings().outcomes();
    assertTrue(outcomes.get(outcomes.size() - 1) instanceof LookOutcome.Unseen);
  }

  @Test
  void stateReadBackIsTheSame() {
    assertEquals(RESULT.state(), AlertStateJson.ofText(STATE, "state"));
    assertEquals(
        RESULT.state(), AlertStateJson.read(AlertStateJson.write(RESULT.state()), "state"));
  }

  @Test
  void findingsReadBackAreTheSame() {
    String text = SiteFindingsJson.toText(RESULT.findings());
    var again = SiteFindingsJson.ofText(text, "findings");
    assertEquals(RESULT.findings(), again);
    assertEquals(text, SiteFindingsJson.toText(again));
  }

  @Test
  void keysAreSortedAndNumbersPlain() {
    assertTrue(STATE.startsWith("{\"bands\":[\"blue\""), STATE);
    assertFalse(STATE.matches("(?s).*[0-9][eE][-+]?[0-9].*"), STATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "schema":4 | "schema":7 | state: schema must be 4, got 7
          "siteId":"petra" | "siteId":3 | state: siteId: expected text
          "siteId":"petra", | ~~ | state: siteId: missing
          "width":60 | "width":2000000000 | state: grid: width: must be 1 to 32768, got 2000000000
          "until":"2024-04-30" | "until":"soon" | state: until: expected a date like 2024-05-03, got 'soon'
          "status":"confirmed" | "status":"burnt" | state: live: alert: status: unknown value 'burnt'
          """)
  void hostileStateIsRefusedInOneSentence(String from, String to, String message) {
    String broken = STATE.replace(from, to);
    assertFalse(broken.equals(STATE), from);
    var refusal = assertThrows(UserException.class, () -> AlertStateJson.ofText(broken, "state"));
    assertEquals(message, refusal.getMessage());
    assertEquals(ExitCode.INTEGRITY, refusal.exitCode());
  }

  @Test
  void runsOutsideTheGridAreRefused() {
    for (String runs : List.of("[0,3601]", "[3599,2]", "[-1,2]", "[5]", "[]", "[0,1.5]")) {
      String broken = STATE.replaceFirst("\"pixels\":\\[[0-9,]*]", "\"pixels\":" + runs);
      assertThrows(UserException.class, () -> AlertStateJson.ofText(broken, "state"), runs);
    }
  }

  @Test
  void textThatIsNoJsonIsRefused() {
    for (String text : List.of("", "[]", "{", "{} {}", "{\"a\":1,\"a\":2}", "[".repeat(999))) {
      assertThrows(UserException.class, () -> AlertStateJson.ofText(text, "state"), text);
    }
  }
}

package org.sitewatch.detect.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.sites.UserException;

class GroundsJsonTest {
  private static Grounds read(String text) {
    return GroundsJson.read(CanonicalJson.read(text, "state"));
  }

  private static Grounds throughText(Grounds grounds) {
    return read(CanonicalJson.write(GroundsJson.node(grounds)));
  }

  @Test
  void comesBackAsItWas() {
    var grounds =
        new Grounds(1.25, -0.5, List.of(new Grounds.Part("peak_evidence", 41.123456, 1.75)));
    assertEquals(grounds, throughText(grounds));
  }

  @Test
  void noneComesBackAsNone() {
    assertEquals(Grounds.NONE, throughText(Grounds.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"unknown\", 1, 2]",
        "[\"unrest\", 1]",
        "[\"unrest\", 1, \"high\"]",
        "[\"unrest\", 1, 2, 3]",
        "{}",
        "7"
      })
  void aPartThatIsNoneIsRefused(String part) {
    String text = "{\"score\": 1, \"start\": 0, \"parts\": [" + part + "]}";
    var refused = assertThrows(UserException.class, () -> read(text));
    assertTrue(refused.getMessage().contains("unrest") || refused.getMessage().contains("part"));
  }
}

package org.sitewatch.ingest.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

  @Test
  void anAnswerOfNothingButEmptyObjectsEndsEarly() throws IOException {
    assertEquals(3, StrictJson.read(text("{},".repeat(3))).size());
    assertThrows(
        StreamConstraintsException.class, () -> StrictJson.read(text("{},".repeat(6_000_000))));
  }

  private static byte[] text(String members) {
    return ("[" + members.substring(0, members.length() - 1) + "]")
        .getBytes(StandardCharsets.US_ASCII);
  }
}

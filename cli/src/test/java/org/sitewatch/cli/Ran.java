package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A command line that was run, with all that it printed. */
record Ran(int code, String out, String err) {

  /** Runs a command line as if it had been typed; words may be paths or numbers. */
  static Ran sitewatch(Object... words) {
    String[] args = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int code = Main.execute(args);
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  /** The command ended well, or partly, or as expected; never with a stack trace. */
  Ran exits(int expected) {
    assertEquals(expected, code, () -> "out: " + out + "\nerr: " + err);
    assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
    return this;
  }

  /** Its stderr holds all these words. */
  Ran says(Object... words) {
    for (Object word : words) {
      assertTrue(err.contains(word.toString()), () -> "no '" + word + "' in: " + err);
    }
    return this;
  }

  /** Refused with one sentence of these words and nothing on stdout. */
  Ran refuses(int expected, Object... words) {
    exits(expected);
    says(words);
    assertEquals("", out);
    assertEquals(1, err.lines().filter(line -> line.startsWith("sitewatch: ")).count(), () -> err);
    return this;
  }

  /** The one line on stdout as a path. */
  Path path() {
    assertEquals(1, out.lines().count(), out);
    return Path.of(out.strip());
  }
}

package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a Unix shell")
class HookTest {
  @TempDir Path folder;

  private static String run(String command, String message, int timeout_s) {
    var err = new StringWriter();
    new Hook(command, Duration.ofSeconds(timeout_s), new Log(new PrintWriter(err), 0)).run(message);
    return err.toString();
  }

  @Test
  void itIsToldOnItsStandardInputAndWhatItSaysIsLogged() {
    assertEquals("on-finish: дохио\n", run("cat", "дохио\n", 30));
  }

  @Test
  void itMayEndWithoutReadingAndMayFail() {
    String long_ = "x".repeat(1 << 20);
    assertEquals("", run("true", long_, 30));
    assertTrue(run("exit 3", long_, 30).contains("ended with 3; the run stands"));
    assertTrue(run("no-such-command-here", "", 30).contains("ended with 127"));
  }

  @Test
  void itIsEndedWithAllThatItStartedWhenItsTimeIsOver() throws InterruptedException {
    Path late = folder.resolve("late");
    long begin_ns = System.nanoTime();
    String said = run("(sleep 4; touch '" + late + "') & sleep 60", "", 1);
    assertTrue(said.contains("was ended after 1 s; the run stands"), said);
    assertTrue(Duration.ofNanos(System.nanoTime() - begin_ns).toSeconds() < 30);
    Thread.sleep(4500);
    assertTrue(Files.notExists(late));
  }

  @Test
  void theShellIsThatOfTheSystem() {
    assertEquals(List.of("/bin/sh", "-c", "a \"b\""), Hook.words("a \"b\"", "Linux"));
    assertEquals(
        List.of("cmd.exe", "/d", "/s", "/c", "\"a \"b\"\""), Hook.words("a \"b\"", "Windows 11"));
  }
}

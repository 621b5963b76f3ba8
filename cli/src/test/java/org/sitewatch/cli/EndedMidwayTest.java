package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Commands that do not come to their end for a reason outside of them. */
@Tag("slow")
class EndedMidwayTest {
  @TempDir Path folder;
  private SmallWorkspace workspace;

  @BeforeEach
  void register() {
    workspace = SmallWorkspace.registered(folder.resolve("workspace"));
  }

  /** Whatever the missing folder looks like from inside, it is told by its name. */
  @Test
  void aWorkspaceThatVanishesUnderWayIsUnavailable() {
    var open = Workspace.open(workspace.root());
    var lostState = new UserException(ExitCode.INTEGRITY, "the state of 'alpha' is gone");
    for (RuntimeException seen : List.of(lostState, new IllegalStateException("like a bug"))) {
      assertEquals(seen, assertThrows(RuntimeException.class, () -> during(open, seen)));
    }
    for (RuntimeException seen : List.of(lostState, new IllegalStateException("like a bug"))) {
      var told = assertThrows(UserException.class, () -> duringMove(open, seen));
      assertEquals(ExitCode.UNAVAILABLE, told.exitCode());
      assertTrue(told.getMessage().contains("is not there any more"), told.getMessage());
      assertEquals(seen, told.getCause());
    }
    var unnoticed = assertThrows(UserException.class, () -> duringMove(open, null));
    assertEquals(ExitCode.UNAVAILABLE, unnoticed.exitCode());
  }

  private static void during(Workspace open, RuntimeException end) {
    WorkspaceLock.during(
        open,
        "scan",
        () -> {
          if (end != null) {
            throw end;
          }
          return ExitCode.DONE;
        });
  }

  private void duringMove(Workspace open, RuntimeException end) {
    Path elsewhere = folder.resolve("elsewhere");
    try {
      WorkspaceLock.during(
          open,
          "scan",
          () -> {
            move(open.root(), elsewhere);
            if (end != null) {
              throw end;
            }
            return ExitCode.DONE;
          });
    } finally {
      move(elsewhere, open.root());
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInterruptedScanEndsWith130AndTheSameCommandGoesOn() throws Exception {
    assumeTrue(isInterruptible(), "SIGINT is ignored here, and so by every process started here");
    Process scan =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                Main.class.getName(),
                "scan",
                "--week",
                FIRST_WEEK,
                "--workspace",
                workspace.root().toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader words = scan.inputReader(StandardCharsets.UTF_8)) {
      assertFalse(words.readLine().isEmpty()); // it is at work
      new ProcessBuilder("kill", "-INT", Long.toString(scan.pid())).start().waitFor();
      assertTrue(scan.waitFor(30, TimeUnit.SECONDS));
    } finally {
      scan.destroyForcibly();
    }
    assertEquals(ExitCode.INTERRUPTED.code(), scan.exitValue());
    assertFalse(Files.exists(workspace.root().resolve("runs").resolve(FIRST_WEEK)));
    workspace.scanWeek(FIRST_WEEK).exits(0);
  }

  /** Not below a job that a shell without job control put into the background: POSIX has it so. */
  private static boolean isInterruptible() throws Exception {
    return new ProcessBuilder("sh", "-c", "kill -INT $$; exit 0").start().waitFor() != 0;
  }
}

package org.sitewatch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.sitewatch.report.TerminalText;

/** A command of the user's, started by the shell of the system. Its failure is a warning. */
final class Hook {
  private static final int MOST_LINES = 200;
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final String command;
  private final Duration timeout;
  private final Log log;

  Hook(String command, Duration timeout, Log log) {
    this.command = command;
    this.timeout = timeout;
    this.log = log;
  }

  /**
   * What is started. On Windows the outer quotes are taken off by {@code /s} and all between them
   * is left as it is.
   */
  static List<String> words(String command, String system) {
    return system.toLowerCase(Locale.ROOT).startsWith("windows")
        ? List.of("cmd.exe", "/d", "/s", "/c", "\"" + command + "\"")
        : List.of("/bin/sh", "-c", command);
  }

  /**
   * Waits until it ends or its time is over. What it prints goes to the log.
   *
   * @param message for its standard input
   */
  void run(String message) {
    Process process;
    try {
      process =
          new ProcessBuilder(words(command, System.getProperty("os.name", "")))
              .redirectErrorStream(true)
              .start();
    } catch (IOException unstartable) {
      log.warn("--on-finish could not be started: " + TerminalText.of(unstartable.getMessage()));
      return;
    }
    Thread writer = started("on-finish stdin", () -> write(process, message));
    Thread reader = started("on-finish stdout", () -> read(process));
    try {
      if (!process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS)) {
        end(process);
        log.warn("--on-finish was ended after " + timeout.toSeconds() + " s; the run stands");
      } else if (process.exitValue() != 0) {
        log.warn("--on-finish ended with " + process.exitValue() + "; the run stands");
      }
      reader.join(LAST_WORDS.toMillis());
      writer.join(LAST_WORDS.toMillis());
    } catch (InterruptedException stopped) {
      end(process);
      Thread.currentThread().interrupt();
    }
  }

  /** With all that it has started. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static Thread started(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void write(Process process, String message) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(message.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unread) {
      // it may end without having read all
    }
  }

  private void read(Process process) {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int lines = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines++;
        if (lines <= MOST_LINES) {
          log.info("on-finish: " + TerminalText.of(line));
        }
      }
    } catch (IOException closed) {
      // it was ended
    }
  }
}

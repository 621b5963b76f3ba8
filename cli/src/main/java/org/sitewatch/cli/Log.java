package org.sitewatch.cli;

import java.io.PrintWriter;
import org.sitewatch.report.TerminalText;

/**
 * What a command says on stderr, a line a call: names from documents must not move the cursor or
 * pass for lines of ours. Level -1 is quiet, 0 normal, 1 verbose.
 */
final class Log {
  private final PrintWriter err;
  private final int level;

  Log(PrintWriter err, int level) {
    this.err = err;
    this.level = level;
  }

  void info(String line) {
    if (level >= 0) {
      err.println(TerminalText.line(line));
    }
  }

  void detail(String line) {
    if (level > 0) {
      err.println(TerminalText.line(line));
    }
  }

  void warn(String line) {
    err.println("warning: " + TerminalText.line(line));
  }

  boolean isVerbose() {
    return level > 0;
  }

  boolean isQuiet() {
    return level < 0;
  }
}

package org.sitewatch.cli;

import java.io.PrintWriter;

/** What a command says on stderr. Level -1 is quiet, 0 normal, 1 verbose. */
final class Log {
  private final PrintWriter err;
  private final int level;

  Log(PrintWriter err, int level) {
    this.err = err;
    this.level = level;
  }

  void info(String line) {
    if (level >= 0) {
      err.println(line);
    }
  }

  void detail(String line) {
    if (level > 0) {
      err.println(line);
    }
  }

  void warn(String line) {
    err.println("warning: " + line);
  }

  boolean isQuiet() {
    return level < 0;
  }
}

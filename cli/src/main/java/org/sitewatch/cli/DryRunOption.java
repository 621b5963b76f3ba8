package org.sitewatch.cli;

import picocli.CommandLine.Option;

/** For commands that write. */
final class DryRunOption {

  @Option(
      names = "--dry-run",
      description = "Check everything and say what would be done; write nothing.")
  private boolean on;

  boolean isOn() {
    return on;
  }
}

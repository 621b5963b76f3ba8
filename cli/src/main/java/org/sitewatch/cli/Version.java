package org.sitewatch.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as the jar's manifest says. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"sitewatch " + text()};
  }

  /** Version word; {@code dev} when run from classes. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}

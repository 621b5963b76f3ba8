package org.sitewatch.sites.registry;

import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Stops a file that is no registry before it fills the memory. */
public final class RegistryLimits {
  public static final int MAX_FEATURES = 2_000_000;
  static final int MAX_VERTICES = 20_000_000;

  private final String file;
  private int features;
  private long vertices;

  public RegistryLimits(String file) {
    this.file = file;
  }

  public void count(Outline outline) {
    features++;
    vertices += outline.vertices();
    if (features > MAX_FEATURES || vertices > MAX_VERTICES) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          "%s: more than %d features or %d vertices; split or simplify it"
              .formatted(file, MAX_FEATURES, MAX_VERTICES));
    }
  }
}

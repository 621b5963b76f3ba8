package org.sitewatch.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** How scenes are registered. */
final class RegistrationOptions {
  private static final String AUTO = "auto";

  @Option(
      names = "--boa-offset-dn",
      paramLabel = "DN",
      defaultValue = AUTO,
      description =
          "What is added to the codes of Sentinel-2 before they are scaled, such as -1000 or 0;"
              + " auto decides scene by scene from its item (default: ${DEFAULT-VALUE}).")
  private String offset_dn;

  /**
   * Empty to decide by the item.
   *
   * @throws org.sitewatch.sites.UserException if it is no number
   */
  Optional<Double> offset_dn() {
    if (offset_dn.equals(AUTO)) {
      return Optional.empty();
    }
    try {
      double offset = Double.parseDouble(offset_dn);
      if (Double.isFinite(offset)) {
        return Optional.of(offset);
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw SharedOptions.usage(
        "--boa-offset-dn must be a number such as -1000, or auto, got " + offset_dn);
  }
}

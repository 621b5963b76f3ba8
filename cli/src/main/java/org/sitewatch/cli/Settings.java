package org.sitewatch.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sitewatch.sites.EditDistance;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that may also stand in the settings file; each is defined once, as an option. */
final class Settings {
  private static final Map<String, OptionSpec> KNOWN = known();

  /** Only here to hold the mixins together. */
  @Command
  private static final class Holder {
    @Mixin private RegistrationOptions registration;
    @Mixin private DetectOptions detect;
    @Mixin private ReportingOptions reporting;
    @Mixin private SparkOptions spark;
  }

  private Settings() {}

  /** {@code --min-pixels} is {@code min_pixels} in the file. */
  static String keyOf(OptionSpec option) {
    return option.longestName().substring(2).replace('-', '_');
  }

  static boolean isSetting(OptionSpec option) {
    return option.longestName().startsWith("--") && KNOWN.containsKey(keyOf(option));
  }

  static boolean isKnown(String key) {
    return KNOWN.containsKey(key);
  }

  static Collection<OptionSpec> all() {
    return KNOWN.values();
  }

  /**
   * @throws UserException for a key that is not known, naming the nearest
   */
  static void check(Path settingsFile) {
    Set<String> keys = SettingsProvider.read(settingsFile).keySet();
    for (String key : keys) {
      if (!KNOWN.containsKey(key)) {
        throw new UserException(
            ExitCode.USAGE,
            settingsFile + ": unknown key '" + key + "'; did you mean '" + nearest(key) + "'?");
      }
    }
  }

  private static String nearest(String key) {
    return KNOWN.keySet().stream()
        .min(
            Comparator.comparingInt((String known) -> EditDistance.of(key, known))
                .thenComparing(k -> k))
        .orElseThrow();
  }

  private static Map<String, OptionSpec> known() {
    var known = new TreeMap<String, OptionSpec>();
    CommandSpec.forAnnotatedObject(new Holder())
        .options()
        .forEach(option -> known.put(keyOf(option), option));
    return known;
  }
}

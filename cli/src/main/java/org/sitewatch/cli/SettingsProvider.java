package org.sitewatch.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option's value comes from if it is not on the command line: the environment, then the
 * workspace's settings file, then the default that stands at the option.
 */
final class SettingsProvider implements IDefaultValueProvider {
  private final Map<String, String> file;

  /**
   * @param workspace folder whose settings file is read, if there is one
   */
  SettingsProvider(Path workspace) {
    this.file = read(workspace.resolve(Workspace.SETTINGS));
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !Settings.isSetting(option)) {
      return null;
    }
    String key = Settings.keyOf(option);
    String inEnvironment = System.getenv("SITEWATCH_" + key.toUpperCase(Locale.ROOT));
    return inEnvironment != null ? inEnvironment : file.get(key);
  }

  /** Keys and values of a settings file; empty if there is none. */
  static Map<String, String> read(Path path) {
    var properties = new Properties();
    if (Files.isRegularFile(path)) {
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException broken) {
        throw new UserException(
            ExitCode.USAGE, path + ": cannot be read: " + broken.getMessage(), broken);
      }
    }
    var settings = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key).strip()));
    return settings;
  }
}

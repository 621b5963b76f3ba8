package org.sitewatch.ingest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and region of an AWS user: of the environment, else of the files {@code ~/.aws/credentials}
 * and {@code ~/.aws/config} under the name of {@code AWS_PROFILE} or {@code default}. Other sources
 * – single sign-on, roles, metadata of a machine – are not asked.
 */
final class AwsProfile {
  private static final long MAX_BYTES = 1 << 20;

  private final Optional<AwsKey> key;
  private final String region;

  private AwsProfile(Optional<AwsKey> key, String region) {
    this.key = key;
    this.region = region;
  }

  static AwsProfile read(Map<String, String> environment, Path home) {
    String name = environment.getOrDefault("AWS_PROFILE", "default");
    Path folder = home.resolve(".aws");
    Path keys = file(environment, "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials"));
    Path config = file(environment, "AWS_CONFIG_FILE", folder.resolve("config"));
    Map<String, String> inConfig =
        section(config, name.equals("default") ? name : "profile " + name);
    Optional<AwsKey> key =
        key(environment, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")
            .or(() -> keyOfFile(section(keys, name)))
            .or(() -> keyOfFile(inConfig));
    return new AwsProfile(key, inConfig.getOrDefault("region", ""));
  }

  Optional<AwsKey> key() {
    return key;
  }

  String region() {
    return region;
  }

  private static Path file(Map<String, String> environment, String name, Path otherwise) {
    String word = environment.getOrDefault(name, "");
    return word.isEmpty() ? otherwise : Path.of(word);
  }

  private static Optional<AwsKey> keyOfFile(Map<String, String> section) {
    return key(section, "aws_access_key_id", "aws_secret_access_key", "aws_session_token");
  }

  private static Optional<AwsKey> key(
      Map<String, String> words, String id, String secret, String token) {
    boolean whole =
        !words.getOrDefault(id, "").isBlank() && !words.getOrDefault(secret, "").isBlank();
    return whole
        ? Optional.of(
            new AwsKey(
                words.get(id).strip(),
                words.get(secret).strip(),
                words.getOrDefault(token, "").strip()))
        : Optional.empty();
  }

  /** The lines {@code name = value} under {@code [title]}; nothing if the file cannot be read. */
  private static Map<String, String> section(Path file, String title) {
    var words = new HashMap<String, String>();
    boolean inside = false;
    for (String line : lines(file)) {
      String text = line.strip();
      if (text.startsWith("[") && text.endsWith("]")) {
        inside = text.substring(1, text.length() - 1).strip().equals(title);
      } else if (inside && text.contains("=") && !text.startsWith("#")) {
        String[] parts = text.split("=", 2);
        words.put(parts[0].strip(), parts[1].strip());
      }
    }
    return words;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}

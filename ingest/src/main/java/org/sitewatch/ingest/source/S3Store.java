package org.sitewatch.ingest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where objects of {@code s3://} are and who asks for them, by the words that AWS's own programs
 * and GDAL read: {@code AWS_REGION}, {@code AWS_ENDPOINT_URL}, {@code AWS_NO_SIGN_REQUEST}, {@code
 * AWS_REQUEST_PAYER}, and the keys of {@link AwsProfile}. Of a store that is not Amazon's the
 * bucket is the first part of the path.
 */
final class S3Store {
  static final String ADVICE =
      "see AWS_REGION, AWS_PROFILE, AWS_NO_SIGN_REQUEST and AWS_REQUEST_PAYER in docs/imagery.md";

  private static final String DEFAULT_REGION = "us-east-1";

  private final Map<String, String> environment;
  private final AwsProfile profile;

  private S3Store(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.profile = AwsProfile.read(environment, home);
  }

  static S3Store ofEnvironment() {
    return new S3Store(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  static S3Store of(Map<String, String> environment, Path home) {
    return new S3Store(environment, home);
  }

  /**
   * The address of an object, signed for an hour unless the store is open.
   *
   * @throws IOException if there is nothing to sign with, or the store has no address
   */
  WebAddress address(S3Address object, Instant now) throws IOException {
    WebAddress plain;
    try {
      plain = plain(object);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(
          "its store has no address ("
              + wrong.getMessage()
              + "); set AWS_ENDPOINT_URL like https://host, or correct the name of the bucket",
          wrong);
    }
    if (isOn(word("AWS_NO_SIGN_REQUEST"))) {
      return plain;
    }
    Optional<AwsKey> key = profile.key();
    if (key.isEmpty()) {
      throw new IOException(
          "no key to read it with; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE,"
              + " or AWS_NO_SIGN_REQUEST=YES for a bucket that is open to all");
    }
    boolean pays = word("AWS_REQUEST_PAYER").equalsIgnoreCase("requester");
    return S3Signature.sign(plain, key.get(), region(), pays, now);
  }

  private WebAddress plain(S3Address object) {
    String endpoint = word("AWS_ENDPOINT_URL_S3");
    if (endpoint.isEmpty()) {
      endpoint = word("AWS_ENDPOINT_URL");
    }
    String key = encoded(object.key());
    if (!endpoint.isEmpty()) {
      return WebAddress.of(endpoint.replaceFirst("/+$", "") + "/" + object.bucket() + "/" + key);
    }
    String host = "s3." + region() + ".amazonaws.com";
    return object.bucket().contains(".")
        ? WebAddress.of("https://" + host + "/" + object.bucket() + "/" + key)
        : WebAddress.of("https://" + object.bucket() + "." + host + "/" + key);
  }

  private String region() {
    for (String region :
        new String[] {word("AWS_REGION"), word("AWS_DEFAULT_REGION"), profile.region()}) {
      if (region.matches("[a-z0-9-]{1,40}")) {
        return region;
      }
    }
    return DEFAULT_REGION;
  }

  private String word(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private static boolean isOn(String word) {
    return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("true") || word.equals("1");
  }

  /** All but letters, digits and a few others in percent, slashes left: what AWS signs. */
  static String encoded(String key) {
    var text = new StringBuilder();
    for (byte unit : key.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (unit & 0xff);
      boolean plain = letter < 128 && Character.isLetterOrDigit(letter);
      if (plain || "-._~/".indexOf(letter) >= 0) {
        text.append(letter);
      } else {
        text.append("%%%02X".formatted((int) letter));
      }
    }
    return text.toString();
  }
}

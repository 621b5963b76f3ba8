package org.sitewatch.ingest.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An address that is read by HTTP or HTTPS.
 *
 * @param uri absolute, with a host, without user and fragment
 */
public record WebAddress(URI uri) implements Location {
  private static final int MAX_PORT = 65_535;
  private static final String MEANT = "-._~:/?#[]@!$&'()*+,;=%";

  /**
   * @throws IllegalArgumentException with a reason that shows no query
   */
  public WebAddress {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "scheme '" + scheme + "' is not read, expected a file, http, https or s3");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("the address names no host");
    }
    if (uri.getPort() > MAX_PORT || uri.getPort() == 0) {
      throw new IllegalArgumentException(
          "port " + uri.getPort() + " is none, expected 1 to " + MAX_PORT);
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "an address with a user's name or password is not read; use a signed address");
    }
    if (uri.getRawFragment() != null) {
      uri = URI.create(uri.toString().substring(0, uri.toString().indexOf('#')));
    }
  }

  /** What stands in a document or was typed; characters an address must not have are encoded. */
  static WebAddress of(String word) {
    return new WebAddress(parse(word));
  }

  private static URI parse(String word) {
    try {
      return new URI(encoded(word.strip()));
    } catch (URISyntaxException broken) {
      // without its cause, whose message holds the whole address and with it a key
      throw new IllegalArgumentException("not an address: " + broken.getReason());
    }
  }

  private static String encoded(String word) {
    var text = new StringBuilder();
    for (byte unit : word.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (unit & 0xff);
      boolean plain = letter < 128 && Character.isLetterOrDigit(letter);
      if (plain || MEANT.indexOf(letter) >= 0) {
        text.append(letter);
      } else {
        text.append("%%%02X".formatted((int) letter));
      }
    }
    return text.toString();
  }

  public boolean isSecure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  @Override
  public Location parent() {
    return new WebAddress(uri.resolve(uri.getRawPath().isEmpty() ? "/" : "."));
  }

  @Override
  public Location resolve(String href) {
    if (S3Address.isOne(href)) {
      return S3Address.of(href);
    }
    URI relative = parse(href);
    if (relative.isAbsolute() && relative.getScheme().equalsIgnoreCase("file")) {
      return LocalFile.of(href);
    }
    URI base = uri.getRawPath().isEmpty() ? uri.resolve("/") : uri;
    return new WebAddress(base.resolve(relative));
  }

  @Override
  public String name() {
    String path = uri.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String href(Path root) {
    return uri.toString();
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}

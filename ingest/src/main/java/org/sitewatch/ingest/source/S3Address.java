package org.sitewatch.ingest.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of a store that speaks S3: {@code s3://bucket/key}. Where the store is and how its
 * requests are signed is said by the environment of whoever reads it, see {@link S3Store}.
 *
 * @param key as it is, not encoded; empty for the bucket itself
 */
public record S3Address(String bucket, String key) implements Location {
  private static final String SCHEME_WORD = "s3://";

  /**
   * @throws IllegalArgumentException if it is no bucket's name or no key
   */
  public S3Address {
    if (!bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{1,254}")) {
      throw new IllegalArgumentException("'" + bucket + "' is no name of a bucket");
    }
    if (key.length() > 1024 || key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the key of the object is too long or has odd letters");
    }
  }

  static boolean isOne(String word) {
    return word.regionMatches(true, 0, SCHEME_WORD, 0, SCHEME_WORD.length());
  }

  static S3Address of(String word) {
    String[] parts = word.substring(SCHEME_WORD.length()).split("/", 2);
    return new S3Address(parts[0], parts.length == 1 ? "" : parts[1]);
  }

  @Override
  public Location parent() {
    return new S3Address(bucket, key.substring(0, key.lastIndexOf('/') + 1));
  }

  @Override
  public Location resolve(String href) {
    if (SCHEME.matcher(href).matches() || href.startsWith("file:")) {
      return Location.of(href);
    }
    String path = href.startsWith("/") ? href : key.substring(0, key.lastIndexOf('/') + 1) + href;
    var names = new ArrayList<String>();
    for (String name : path.split("/")) {
      if (name.equals("..") && names.isEmpty()) {
        throw new IllegalArgumentException("leads out of the bucket");
      }
      if (name.equals("..")) {
        names.remove(names.size() - 1);
      } else if (!List.of("", ".").contains(name)) {
        names.add(name);
      }
    }
    return new S3Address(bucket, String.join("/", names));
  }

  @Override
  public String name() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  @Override
  public String href(Path root) {
    return toString();
  }

  @Override
  public String toString() {
    return SCHEME_WORD + bucket + "/" + key;
  }
}

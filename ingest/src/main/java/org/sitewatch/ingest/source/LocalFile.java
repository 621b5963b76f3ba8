package org.sitewatch.ingest.source;

import java.net.URI;
import java.nio.file.Path;

/**
 * @param text the path, absolute and normalised; a {@link Path} itself cannot go over the wire
 */
public record LocalFile(String text) implements Location {

  static LocalFile of(String word) {
    return of(word.startsWith("file:") ? Path.of(URI.create(word)) : Path.of(word));
  }

  public static LocalFile of(Path path) {
    return new LocalFile(path.toAbsolutePath().normalize().toString());
  }

  public Path path() {
    return Path.of(text);
  }

  @Override
  public Location parent() {
    Path parent = path().getParent();
    return parent == null ? this : of(parent);
  }

  @Override
  public Location resolve(String href) {
    if (SCHEME.matcher(href).matches() && !href.startsWith("file:")) {
      return Location.of(href);
    }
    return href.startsWith("file:") ? of(href) : of(path().resolve(href));
  }

  @Override
  public String name() {
    Path name = path().getFileName();
    return name == null ? "" : name.toString();
  }

  @Override
  public String href(Path root) {
    Path path = path();
    return path.startsWith(root) ? root.relativize(path).toString() : text;
  }

  @Override
  public String toString() {
    return text;
  }
}

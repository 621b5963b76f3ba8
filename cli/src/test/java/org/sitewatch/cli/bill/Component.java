package org.sitewatch.cli.bill;

import java.util.Comparator;

/**
 * Somebody's library in one version, as Maven names it.
 *
 * @param classifier of the jar, empty for the plain one
 */
record Component(String group, String artifact, String version, String classifier)
    implements Comparable<Component> {
  private static final Comparator<Component> ORDER =
      Comparator.comparing(Component::group)
          .thenComparing(Component::artifact)
          .thenComparing(Component::version)
          .thenComparing(Component::classifier);

  Component {
    if (group.isEmpty() || artifact.isEmpty() || version.isEmpty()) {
      throw new IllegalArgumentException(
          "a component needs group, artifact and version, got '%s', '%s', '%s'"
              .formatted(group, artifact, version));
    }
  }

  /** From {@code group:artifact:jar[:classifier]:version:scope}, as Maven lists dependencies. */
  static Component ofListed(String line) {
    String[] parts = line.strip().split(" ", 2)[0].split(":", -1);
    return switch (parts.length) {
      case 5 -> new Component(parts[0], parts[1], parts[3], "");
      case 6 -> new Component(parts[0], parts[1], parts[4], parts[3]);
      default -> throw new IllegalArgumentException("not a dependency as Maven lists it: " + line);
    };
  }

  String key() {
    return group + ":" + artifact;
  }

  String fileName() {
    return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
  }

  String purl() {
    String suffix = classifier.isEmpty() ? "" : "classifier=" + classifier + "&";
    return "pkg:maven/%s/%s@%s?%stype=jar".formatted(group, artifact, version, suffix);
  }

  @Override
  public int compareTo(Component other) {
    return ORDER.compare(this, other);
  }
}

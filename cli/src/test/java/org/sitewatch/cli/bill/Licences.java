package org.sitewatch.cli.bill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which licence a component is under: a reviewed list, lines of key, tab, SPDX expression. */
final class Licences {
  private final TreeMap<String, String> expressions = new TreeMap<>();
  private final SortedSet<String> unused = new TreeSet<>();

  Licences(List<String> lines) {
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("\t");
        if (parts.length != 2 || parts[1].isBlank()) {
          throw new IllegalArgumentException("not 'component TAB licence': " + line);
        }
        if (expressions.put(parts[0], parts[1].strip()) != null) {
          throw new IllegalArgumentException("named twice: " + parts[0]);
        }
      }
    }
    unused.addAll(expressions.keySet());
  }

  static Licences of(Path file) throws IOException {
    return new Licences(Files.readAllLines(file));
  }

  /** The exact line, else the longest with a star that fits. */
  Optional<String> findLicence(Component component) {
    String key = component.key();
    Optional<String> line =
        expressions.keySet().stream()
            .filter(pattern -> fits(pattern, key))
            .max(
                (one, other) ->
                    one.equals(key) ? 1 : other.equals(key) ? -1 : one.length() - other.length());
    line.ifPresent(unused::remove);
    return line.map(expressions::get);
  }

  private static boolean fits(String pattern, String key) {
    return pattern.endsWith("*")
        ? key.startsWith(pattern.substring(0, pattern.length() - 1))
        : key.equals(pattern);
  }

  /** Lines that no component asked for. */
  List<String> listUnused() {
    return List.copyOf(unused);
  }

  /** The licences that are taken, of which the texts are to be shipped: the first of a choice. */
  static List<String> listTaken(String expression) {
    return Stream.of(expression.split(" OR ")[0].split(" AND | WITH ")).map(String::strip).toList();
  }

  /** Versions of one text: 'only' and 'or later' are said elsewhere. */
  static String textName(String licence) {
    return licence.replaceAll("-(only|or-later)$", "") + ".txt";
  }

  @Override
  public String toString() {
    return Map.copyOf(expressions).toString();
  }
}

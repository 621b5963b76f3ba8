package org.sitewatch.sites.registry.shapefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bracket of the well-known text of a CRS (OGC 01-009): {@code UNIT["Meter",1.0]}.
 *
 * @param keyword upper case
 * @param words its texts and numbers, as text
 */
record WktNode(String keyword, List<String> words, List<WktNode> children) {
  private static final int MAX_DEPTH = 20;
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:\"([^\"]*)\"|([A-Za-z_0-9.+-]+)|([\\[(])|([\\])])|(,))\\s*");

  /** Empty if it is no such text. */
  static Optional<WktNode> parse(String text) {
    String trimmed = text.strip();
    Matcher tokens = TOKEN.matcher(trimmed);
    if (!tokens.lookingAt() || tokens.group(2) == null) {
      return Optional.empty();
    }
    var stack = new ArrayList<WktNode>();
    String pending = tokens.group(2);
    int at = tokens.end();
    while (at < trimmed.length()) {
      if (!tokens.region(at, trimmed.length()).lookingAt()) {
        return Optional.empty();
      }
      at = tokens.end();
      if (tokens.group(3) != null) {
        if (pending.isEmpty() || stack.size() >= MAX_DEPTH) {
          return Optional.empty();
        }
        var node =
            new WktNode(pending.toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>());
        if (!stack.isEmpty()) {
          stack.get(stack.size() - 1).children.add(node);
        }
        stack.add(node);
        pending = "";
        continue;
      }
      if (stack.isEmpty()) {
        return Optional.empty();
      }
      WktNode open = stack.get(stack.size() - 1);
      if (tokens.group(1) != null) {
        open.words.add(tokens.group(1));
      } else if (tokens.group(2) != null) {
        pending = tokens.group(2);
      } else {
        if (!pending.isEmpty()) {
          open.words.add(pending);
          pending = "";
        }
        if (tokens.group(4) != null) {
          stack.remove(stack.size() - 1);
          if (stack.isEmpty()) {
            return at == trimmed.length() ? Optional.of(open) : Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The first child of that keyword. */
  Optional<WktNode> child(String keyword) {
    return children.stream().filter(child -> child.keyword.equals(keyword)).findFirst();
  }

  /** The first text, which is the name; empty if there is none. */
  String name() {
    return words.isEmpty() ? "" : words.get(0);
  }

  /** NaN if there is no such number. */
  double number(int word) {
    try {
      return word < words.size() ? Double.parseDouble(words.get(word)) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}

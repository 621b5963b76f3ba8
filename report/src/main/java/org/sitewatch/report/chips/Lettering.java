package org.sitewatch.report.chips;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Letters of five by seven dots, drawn for these pictures: those of dates, distances and the north
 * arrow, which need no language. Fonts of a machine would give other bytes elsewhere.
 */
final class Lettering {
  static final int WIDTH = 5;
  static final int HEIGHT = 7;

  private static final Map<Character, List<String>> LETTERS = read();

  private Lettering() {}

  /** Pixels a text takes, with one dot between letters. */
  static int width(String text, int dot) {
    return Math.max(0, text.length() * (WIDTH + 1) - 1) * dot;
  }

  /**
   * @param dot pixels a dot is wide and high
   * @throws IllegalArgumentException for a letter there is none of
   */
  static void draw(Canvas canvas, String text, int left, int top, int dot, int colour) {
    for (int i = 0; i < text.length(); i++) {
      List<String> rows = LETTERS.get(text.charAt(i));
      if (rows == null) {
        throw new IllegalArgumentException("no letter '" + text.charAt(i) + "'");
      }
      int letterLeft = left + i * (WIDTH + 1) * dot;
      for (int row = 0; row < HEIGHT; row++) {
        for (int column = 0; column < WIDTH; column++) {
          if (rows.get(row).charAt(column) == '#') {
            canvas.fill(letterLeft + column * dot, top + row * dot, dot, dot, colour);
          }
        }
      }
    }
  }

  private static Map<Character, List<String>> read() {
    var letters = new HashMap<Character, List<String>>();
    letters.put(' ', java.util.Collections.nCopies(HEIGHT, ".".repeat(WIDTH)));
    try (InputStream in = Lettering.class.getResourceAsStream("letters.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("//") && !line.isBlank())
              .toList();
      for (int at = 0; at < lines.size(); at += HEIGHT + 1) {
        letters.put(lines.get(at).charAt(0), lines.subList(at + 1, at + 1 + HEIGHT));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("letters.txt is part of the program", unreadable);
    }
    return Map.copyOf(letters);
  }
}

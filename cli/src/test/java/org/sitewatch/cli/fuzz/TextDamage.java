package org.sitewatch.cli.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Damage to text of any grammar: words, numbers and signs go missing, come twice, change places,
 * become others; pieces are put into one another again and again; the charset is another.
 *
 * @param words of the grammar, and what is known to hurt
 */
record TextDamage(List<String> words) {
  private static final Pattern TOKEN =
      Pattern.compile("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?|[\\p{L}_][\\p{L}\\d_:.-]*|\\s+|.", 32);

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1e308",
          "1e309",
          "-1e-400",
          "NaN",
          "Infinity",
          "2147483648",
          "1e999999",
          "9223372036854775808",
          "99999999999999999999999999",
          "0x10",
          "1_000",
          "١٢٣",
          "1,5",
          "0.1000000000000000055511151231257827021181583404541015625",
          "180.0000001",
          "-90.00001",
          "1.",
          ".5",
          "+7",
          "007",
          "1e-7",
          "00.0");

  private static final List<String> SIGNS =
      List.of(
          "\"", "'", "\\", "\0", "\n", "\r", "\u2028", "\ufeff", "\ud800", "\u202e", "{", "}", "[",
          "]", "(", ")", "<", ">", "&", ";", ",", "\t", "=", "%s", "%n", "${x}", "../", "\u0007");

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16BE,
          StandardCharsets.ISO_8859_1,
          Charset.forName("windows-1251"),
          Charset.forName("UTF-32"));

  /** Damaged text as bytes; one time in eight in another charset, one in eight hit once more. */
  byte[] hit(String text, String other, SplittableRandom chance) {
    List<String> tokens = tokens(text);
    int hits = 1 + chance.nextInt(4);
    for (int i = 0; i < hits && !tokens.isEmpty(); i++) {
      one(tokens, other, chance);
    }
    String whole = String.join("", tokens);
    byte[] bytes =
        whole.getBytes(
            chance.nextInt(8) == 0
                ? CHARSETS.get(chance.nextInt(CHARSETS.size()))
                : StandardCharsets.UTF_8);
    if (chance.nextInt(16) == 0) {
      byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
      bytes = ByteDamage.replaced(bytes, 0, 0, mark);
    }
    return chance.nextInt(8) == 0
        ? ByteDamage.hit(bytes, other.getBytes(StandardCharsets.UTF_8), chance)
        : bytes;
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private void one(List<String> tokens, String other, SplittableRandom chance) {
    int at = chance.nextInt(tokens.size());
    int to = Math.min(tokens.size(), at + 1 + chance.nextInt(chance.nextInt(3) == 0 ? 60 : 5));
    switch (chance.nextInt(11)) {
      case 0 -> tokens.subList(at, to).clear();
      case 1 -> tokens.addAll(at, List.copyOf(tokens.subList(at, to)));
      case 2 -> tokens.set(at, tokens.get(chance.nextInt(tokens.size())));
      case 3, 4 -> setNumber(tokens, at, chance);
      case 5 -> tokens.set(at, pick(SIGNS, chance));
      case 6 -> tokens.add(at, pick(words, chance));
      case 7 -> setWord(tokens, at, chance);
      case 8 -> repeat(tokens, at, to, chance);
      case 9 -> {
        List<String> foreign = tokens(other);
        if (!foreign.isEmpty()) {
          int from = chance.nextInt(foreign.size());
          tokens.addAll(at, foreign.subList(from, Math.min(foreign.size(), from + to - at)));
        }
      }
      default -> {
        String moved = tokens.remove(at);
        tokens.add(chance.nextInt(tokens.size() + 1), moved);
      }
    }
  }

  /** The next number from there on becomes another. */
  private static void setNumber(List<String> tokens, int at, SplittableRandom chance) {
    for (int i = 0; i < tokens.size(); i++) {
      int place = (at + i) % tokens.size();
      if (Character.isDigit(tokens.get(place).charAt(tokens.get(place).length() - 1))) {
        tokens.set(place, chance.nextInt(3) == 0 ? digit(tokens.get(place), chance) : odd(chance));
        return;
      }
    }
  }

  private static String odd(SplittableRandom chance) {
    return chance.nextInt(4) == 0
        ? Long.toString(ByteDamage.oddNumber(chance))
        : pick(NUMBERS, chance);
  }

  private static String digit(String number, SplittableRandom chance) {
    char[] signs = number.toCharArray();
    signs[chance.nextInt(signs.length)] = (char) ('0' + chance.nextInt(10));
    return new String(signs);
  }

  private void setWord(List<String> tokens, int at, SplittableRandom chance) {
    for (int i = 0; i < tokens.size(); i++) {
      int place = (at + i) % tokens.size();
      if (Character.isLetter(tokens.get(place).charAt(0))) {
        tokens.set(place, pick(words, chance));
        return;
      }
    }
  }

  /** A piece many times over: nesting, length. */
  private static void repeat(List<String> tokens, int at, int to, SplittableRandom chance) {
    String piece = String.join("", tokens.subList(at, to));
    int most = chance.nextInt(12) == 0 ? 60_000 : 3_000;
    int times = Math.max(2, chance.nextInt(most) / Math.max(1, piece.length()));
    tokens.add(at, piece.repeat(times));
  }

  private static <T> T pick(List<T> list, SplittableRandom chance) {
    return list.get(chance.nextInt(list.size()));
  }

  /** Words as they stand, separated by blanks. */
  static TextDamage of(String... words) {
    return new TextDamage(Arrays.asList(words));
  }
}

package org.sitewatch.sites.registry.text;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people and programs write them; not NaN, hexadecimal, nor Java's suffixes. */
public final class PlainNumber {
  private static final int MAX_LENGTH = 60;
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");

  private PlainNumber() {}

  /** Empty for anything else, and for what is beyond all numbers. */
  public static OptionalDouble parse(String text) {
    if (text.length() > MAX_LENGTH || !PLAIN.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}

package org.sitewatch.ingest.tiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The XML of a GDAL_METADATA tag in the one form in which GDAL and we write it: an item a line,
 * attributes in double quotes. Setting up an XML parser takes several times as long, which tells
 * when thousands of small tiles are read. Whatever differs in a single character is left to one.
 */
final class PlainMetadata {
  private static final String HEAD = "<GDALMetadata>\n";
  private static final String TAIL = "</GDALMetadata>\n";
  private static final String ITEM = "  <Item";
  private static final String ITEM_END = "</Item>\n";

  /** What the XML says of an item: its attributes, and its text with XML's escapes resolved. */
  record Item(Map<String, String> attributes, String text) {
    Item {
      attributes = Collections.unmodifiableMap(attributes);
    }
  }

  private final String xml;
  private int at;

  private PlainMetadata(String xml) {
    this.xml = xml;
  }

  /** Empty if the text has another form. */
  static Optional<List<Item>> items(String xml) {
    for (int at = 0; at < xml.length(); at++) {
      char letter = xml.charAt(at);
      if ((letter < ' ' && letter != '\n' && letter != '\t') || letter > '~') {
        return Optional.empty();
      }
    }
    return new PlainMetadata(xml).read();
  }

  private Optional<List<Item>> read() {
    var items = new ArrayList<Item>();
    if (!skip(HEAD)) {
      return Optional.empty();
    }
    while (skip(ITEM)) {
      var attributes = attributes();
      int end = xml.indexOf('<', at);
      if (attributes.isEmpty() || end < 0) {
        return Optional.empty();
      }
      var text = unescaped(xml.substring(at, end));
      at = end;
      if (text.isEmpty() || !skip(ITEM_END)) {
        return Optional.empty();
      }
      items.add(new Item(attributes.get(), text.get()));
    }
    return skip(TAIL) && at == xml.length() ? Optional.of(items) : Optional.empty();
  }

  private boolean skip(String expected) {
    boolean there = xml.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  private Optional<Map<String, String>> attributes() {
    var attributes = new HashMap<String, String>();
    while (skip(" ")) {
      int equals = xml.indexOf("=\"", at);
      int end = equals < 0 ? -1 : xml.indexOf('"', equals + 2);
      if (end < 0) {
        return Optional.empty();
      }
      String name = xml.substring(at, equals);
      String value = xml.substring(equals + 2, end);
      if (!isPlainName(name) || !isPlainValue(value) || attributes.put(name, value) != null) {
        return Optional.empty();
      }
      at = end + 1;
    }
    return skip(">") ? Optional.of(attributes) : Optional.empty();
  }

  private static boolean isPlainName(String name) {
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) < 'a' || name.charAt(at) > 'z') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Whether the value means what it says, without escapes and white space that is folded. */
  private static boolean isPlainValue(String value) {
    for (int at = 0; at < value.length(); at++) {
      char letter = value.charAt(at);
      if (letter < ' ' || letter == '&' || letter == '<') {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> unescaped(String text) {
    int next = text.indexOf('&');
    if (next < 0) {
      return text.contains("]]>") ? Optional.empty() : Optional.of(text);
    }
    var out = new StringBuilder();
    int from = 0;
    while (next >= 0) {
      int end = text.indexOf(';', next);
      String letter =
          switch (end < 0 ? "" : text.substring(next + 1, end)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "";
          };
      if (letter.isEmpty()) {
        return Optional.empty();
      }
      out.append(text, from, next).append(letter);
      from = end + 1;
      next = text.indexOf('&', from);
    }
    return text.contains("]]>")
        ? Optional.empty()
        : Optional.of(out.append(text, from, text.length()).toString());
  }
}

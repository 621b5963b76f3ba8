package org.sitewatch.report.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An XML 1.0 document in UTF-8, indented by a space a level. What XML cannot carry (control
 * characters, halves of surrogate pairs) becomes U+FFFD, all markup in texts is escaped: no text
 * can open or close an element.
 */
public final class XmlWriter {
  private final StringBuilder xml = new StringBuilder(1 << 14);
  private final Deque<String> open = new ArrayDeque<>();

  public XmlWriter() {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** A document whose reader asks for a type of document. */
  public static XmlWriter withoutDeclaration(String doctype) {
    var writer = new XmlWriter();
    writer.xml.setLength(0);
    writer.xml.append("<!DOCTYPE ").append(doctype).append(">\n");
    return writer;
  }

  /**
   * @param attributes names and values in turn
   */
  public XmlWriter open(String element, String... attributes) {
    tag(element, attributes).append(">\n");
    open.push(element);
    return this;
  }

  public XmlWriter close() {
    String element = open.pop();
    indent().append("</").append(element).append(">\n");
    return this;
  }

  public XmlWriter empty(String element, String... attributes) {
    tag(element, attributes).append("/>\n");
    return this;
  }

  /** An element that holds nothing but text, its spaces kept. */
  public XmlWriter text(String element, String text, String... attributes) {
    tag(element, attributes).append('>').append(escaped(text));
    xml.append("</").append(element).append(">\n");
    return this;
  }

  /**
   * @throws IllegalStateException if an element is still open
   */
  public byte[] bytes() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Fit for a text and for an attribute in double quotes. */
  public static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    switch (point) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\n', '\r', '\t' -> safe.append("&#").append(point).append(';');
      default -> safe.appendCodePoint(isCharacter(point) ? point : 0xFFFD);
    }
  }

  /** Production {@code Char} of XML 1.0, without the control characters of C1. */
  private static boolean isCharacter(int point) {
    return point >= 0x20 && point < 0x7F
        || point >= 0xA0 && point < Character.MIN_SURROGATE
        || point > Character.MAX_SURROGATE && point < 0xFFFE
        || point > 0xFFFF;
  }

  private StringBuilder tag(String element, String... attributes) {
    indent().append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.append(' ').append(attributes[i]);
      xml.append("=\"").append(escaped(attributes[i + 1])).append('"');
    }
    return xml;
  }

  private StringBuilder indent() {
    return xml.append(" ".repeat(open.size()));
  }
}

package org.sitewatch.report.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A long text under way, as the bytes it is written as. A {@link StringBuilder} takes two bytes a
 * letter once one of them is not of Latin 1, twice that while it grows, and as much again to become
 * bytes: some 250 MB for a page of 24.
 */
public final class Utf8Text {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

  /**
   * @param text whole characters: none begins in one piece and ends in the next
   */
  public Utf8Text append(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}

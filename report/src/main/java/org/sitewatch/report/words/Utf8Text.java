package org.sitewatch.report.words;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.nio.charset.StandardCharsets;

/**
 * A long text under way, held in pieces as the UTF-8 it is written in: a page with pictures has
 * tens of megabytes, which as characters would be twice that and copied whenever they outgrow their
 * place.
 */
public final class Utf8Text {
  private final ByteArrayBuilder bytes = new ByteArrayBuilder();

  public Utf8Text append(String text) {
    return append(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param utf8 text already, such as Base64
   */
  public Utf8Text append(byte[] utf8) {
    bytes.write(utf8);
    return this;
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}

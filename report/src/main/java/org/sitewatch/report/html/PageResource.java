package org.sitewatch.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.sitewatch.sites.Sha256;

/** The parts of the page that are the same for every run. */
final class PageResource {
  private PageResource() {}

  static String text(String name) {
    try (InputStream in = PageResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is part of the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " is part of the program", unreadable);
    }
  }

  static String joined(String... names) {
    var all = new StringBuilder();
    for (String name : names) {
      all.append(text(name));
    }
    return all.toString();
  }

  /** As a Content-Security-Policy names the text of an element. */
  static String hash(String text) {
    byte[] digest = HexFormat.of().parseHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}

package org.sitewatch.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says of an error in a JSON answer, or S3 in XML, in one short line. */
final class ServerWords {
  private static final int MOST_LETTERS = 200;
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:\"(?:description|detail|message|title)\"\\s*:\\s*\"|<Message>)"
              + "((?:[^\"<\\\\]|\\\\.){1,2000}+)");

  private ServerWords() {}

  /** Empty if it says nothing that is understood. */
  static String of(byte[] body) {
    Matcher words = TOLD.matcher(new String(body, StandardCharsets.UTF_8));
    if (!words.find()) {
      return "";
    }
    String line = words.group(1).replaceAll("\\\\(.)", "$1").replaceAll("\\p{Cntrl}", " ").strip();
    return line.substring(0, Math.min(line.length(), MOST_LETTERS));
  }
}

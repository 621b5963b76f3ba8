package org.sitewatch.report.review.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file that a spreadsheet may have saved. */
final class TableText {
  private static final String BOM = "\uFEFF";

  private TableText() {}

  /**
   * UTF-8, or UTF-16 with its mark, as spreadsheets save "Unicode text".
   *
   * @throws IllegalArgumentException if it is neither
   */
  static String of(byte[] bytes) {
    if (bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
      throw new IllegalArgumentException(
          "is a workbook or archive; save the sheet as 'CSV UTF-8' and import that");
    }
    if (new String(bytes, 0, Math.min(bytes.length, 15), StandardCharsets.ISO_8859_1)
        .equals("SQLite format 3")) {
      throw new IllegalArgumentException(
          "is a GeoPackage; save its layer of disturbances as GeoJSON or CSV and import that");
    }
    Charset charset = StandardCharsets.UTF_8;
    if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16;
    }
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith(BOM) ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new IllegalArgumentException(
          "is not UTF-8 (line " + lineOfFault(bytes) + "); save it again as 'CSV UTF-8'", other);
    }
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && bytes[0] == (byte) first && bytes[1] == (byte) second;
  }

  /** From 1; the first line that is no UTF-8 by itself. */
  private static int lineOfFault(byte[] bytes) {
    int line = 1;
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        String text = new String(bytes, start, i - start, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
          return line;
        }
        line++;
        start = i + 1;
      }
    }
    return line;
  }
}

package org.sitewatch.report.json;

/** Makes any text writable as UTF-8. */
final class JsonText {
  private JsonText() {}

  /** Half of a surrogate pair, which UTF-8 cannot carry, becomes U+FFFD; all else stays. */
  static String writable(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return mended(text);
      }
    }
    return text;
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point ->
                mended.appendCodePoint(
                    point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                        ? 0xFFFD
                        : point));
    return mended.toString();
  }
}

package org.sitewatch.report.sheets;

/** HTML text under way. */
final class Markup {
  private final StringBuilder text = new StringBuilder();

  /** Markup as it is. */
  Markup raw(String html) {
    text.append(html);
    return this;
  }

  /** Text, whatever it holds. */
  Markup text(String words) {
    text.append(escaped(words));
    return this;
  }

  /**
   * An element that holds text.
   *
   * @param tag with its attributes, which are ours
   */
  Markup element(String tag, String words) {
    int end = tag.indexOf(' ');
    return raw("<" + tag + ">")
        .text(words)
        .raw("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
  }

  /** Safe as text and in a quoted attribute; what turns the letters after it around is left out. */
  static String escaped(String words) {
    var safe = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      switch (letter) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> {
          boolean turnsText = letter >= '\u202A' && letter <= '\u202E';
          if (!turnsText) {
            safe.append(letter < ' ' && letter != '\n' ? ' ' : letter);
          }
        }
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

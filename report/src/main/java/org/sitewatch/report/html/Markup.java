package org.sitewatch.report.html;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewatch.report.pack.Utf8Text;

/** Text and data made harmless inside a page. */
final class Markup {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_.]+)}}");

  private Markup() {}

  /** Text as the content of an element or of an attribute in quotes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * JSON as the content of a script element: without {@code <} nothing in it ends the element or
   * begins a comment. It stays the same JSON, as {@code <} stands in strings only.
   */
  static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }

  /**
   * The template with its {@code {{places}}} filled once: what is filled in is not looked at again.
   *
   * @param values by place, what appends it
   * @throws IllegalStateException if there is a place without a value
   */
  static byte[] filled(String template, Map<String, Consumer<Utf8Text>> values) {
    Matcher place = PLACE.matcher(template);
    var page = new Utf8Text();
    int from = 0;
    while (place.find()) {
      Consumer<Utf8Text> value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalStateException("nothing to fill {{" + place.group(1) + "}} with");
      }
      value.accept(page.append(template.substring(from, place.start())));
      from = place.end();
    }
    return page.append(template.substring(from)).bytes();
  }
}

package org.sitewatch.sites.registry.kml;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The balloon of a Placemark: HTML as text. Rows of two cells, as ArcGIS writes attributes, become
 * attributes.
 */
final class KmlDescription {
  private static final int MAX_NAME = 200;

  private KmlDescription() {}

  /** Adds what is found under names not there yet. */
  static void read(String html, Map<String, Object> attributes) {
    if (html.isEmpty()) {
      return;
    }
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      attributes.putIfAbsent("description", html);
      return;
    }
    Document page = Jsoup.parse(html);
    for (Element row : page.select("tr")) {
      Elements cells = row.children();
      boolean isPair = cells.size() == 2 && cells.select("table").isEmpty();
      if (isPair) {
        String name = cells.get(0).text().strip();
        String value = cells.get(1).text().strip();
        boolean said = !value.isEmpty() && !value.equalsIgnoreCase("<Null>");
        if (!name.isEmpty() && name.length() <= MAX_NAME && said) {
          attributes.putIfAbsent(name, value);
        }
        row.remove();
      }
    }
    String text = page.text().strip();
    if (!text.isEmpty()) {
      attributes.putIfAbsent("description", text);
    }
  }
}

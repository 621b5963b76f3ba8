package org.sitewatch.report.html;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sitewatch.report.pack.Utf8Text;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.words.Words;

/**
 * {@code report.html}: one file that shows a run without a network. What the run says travels as
 * data in it and is put on the page as text, never as markup; a policy in its head allows only its
 * own script and style, by their hashes, and no connection to anywhere.
 */
public final class HtmlReport {
  /** In the folder of a run. */
  public static final String FILE = "report.html";

  /** Joined in this order into one script. */
  private static final String[] SCRIPTS = {
    "model.js",
    "elements.js",
    "summary.js",
    "projection.js",
    "mapinput.js",
    "mapink.js",
    "map.js",
    "list.js",
    "ledger.js",
    "pictures.js",
    "charts.js",
    "detail.js",
    "start.js"
  };

  private static final String[] STYLES = {"page.css", "list.css", "detail.css"};

  private HtmlReport() {}

  /**
   * @param records of the full audience: the page holds places
   */
  public static SortedMap<String, byte[]> files(RunRecords records, Words words) {
    String style = PageResource.joined(STYLES);
    String script = script();
    var texts = new TreeMap<String, String>();
    texts.put("language", words.language());
    texts.put("direction", words.direction());
    texts.put("run", Markup.escaped(records.runId()));
    texts.put("style", style);
    texts.put("style_hash", PageResource.hash(style));
    texts.put("script", script);
    texts.put("script_hash", PageResource.hash(script));
    texts.put("data", PageData.of(records, words));
    words.startingWith(PageData.WORDS).forEach((key, text) -> texts.put(key, Markup.escaped(text)));
    var values = new TreeMap<String, Consumer<Utf8Text>>();
    texts.forEach((place, text) -> values.put(place, page -> page.append(text)));
    values.put("evidence", page -> EvidenceBlocks.append(records, page));
    return new TreeMap<>(Map.of(FILE, Markup.filled(template(), values)));
  }

  static String template() {
    return PageResource.text("page.html");
  }

  /** Nothing of it is seen from outside of it. */
  static String script() {
    return "(() => {\n'use strict';\n" + PageResource.joined(SCRIPTS) + "})();\n";
  }
}

package org.sitewatch.report.html;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
    var values = new TreeMap<String, String>();
    values.put("language", words.language());
    values.put("direction", words.direction());
    values.put("run", Markup.escaped(records.runId()));
    values.put("style", style);
    values.put("style_hash", PageResource.hash(style));
    values.put("script", script);
    values.put("script_hash", PageResource.hash(script));
    values.put("data", PageData.of(records, words));
    values.put("evidence", EvidenceBlocks.of(records));
    words
        .startingWith(PageData.WORDS)
        .forEach((key, text) -> values.put(key, Markup.escaped(text)));
    String page = Markup.filled(template(), values);
    return new TreeMap<>(Map.of(FILE, page.getBytes(StandardCharsets.UTF_8)));
  }

  static String template() {
    return PageResource.text("page.html");
  }

  /** Nothing of it is seen from outside of it. */
  static String script() {
    return "(() => {\n'use strict';\n" + PageResource.joined(SCRIPTS) + "})();\n";
  }
}

package org.sitewatch.report.kmz;

import java.util.Map;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.telling.ToldReason;
import org.sitewatch.report.words.PlainText;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlWriter;

/** What a click on a disturbance shows, as HTML in which no text of others is markup. */
final class Balloon {
  private static final int WIDTH_PX = 320;

  private final StringBuilder html = new StringBuilder();
  private final Words words;

  private Balloon(Words words) {
    this.words = words;
  }

  static String of(DisturbanceRecord disturbance, Words words) {
    var balloon = new Balloon(words);
    balloon
        .html
        .append("<p>")
        .append(safe(ToldReason.of(disturbance, words)))
        .append("</p><table>");
    balloon.row("status", words.textOr("status.", disturbance.text("status")));
    balloon.row("confidence", percent(disturbance.text("confidence")));
    String from = disturbance.text("occurred_from");
    String to = disturbance.text("occurred_to");
    balloon.row("occurred", from.isEmpty() ? "… – " + to : from + " – " + to);
    balloon.row("last_seen", disturbance.text("last_seen"));
    balloon.row("area", metres2(disturbance));
    balloon.row("type", words.textOr("type.", disturbance.text("type")));
    balloon.row("site", disturbance.text("site_name") + " (" + disturbance.siteId() + ")");
    balloon.row("zone", words.textOr("zone.", disturbance.text("zone")));
    balloon.row("place", degrees(disturbance.lat()) + ", " + degrees(disturbance.lon()));
    balloon.row("mgrs", disturbance.text("mgrs"));
    balloon.row("verdict", disturbance.text("verdict"));
    balloon.row("id", disturbance.id());
    balloon.html.append("</table>");
    balloon.pictures(disturbance);
    return balloon.html.toString();
  }

  private void row(String key, String value) {
    if (!value.isEmpty()) {
      html.append("<tr><th align=\"left\">").append(safe(words.text("kmz." + key)));
      html.append("</th><td>").append(safe(value)).append("</td></tr>");
    }
  }

  private void pictures(DisturbanceRecord disturbance) {
    for (Map.Entry<Integer, String> picture : KmzPictures.paths(disturbance).entrySet()) {
      String kind = Evidence.KINDS.get(picture.getKey());
      Evidence.Shown shown = disturbance.evidence().orElseThrow().shown(kind);
      html.append("<p>").append(safe(words.text("kmz.picture." + kind)));
      if (!shown.sceneId().isEmpty()) {
        html.append(' ').append(safe(shown.utc().toString()));
      }
      html.append("<br><img src=\"").append(safe(picture.getValue()));
      html.append("\" width=\"").append(WIDTH_PX).append("\"></p>");
    }
  }

  private static String metres2(DisturbanceRecord disturbance) {
    return disturbance.number("area_m2").isPresent()
        ? FixedDecimals.of(disturbance.number("area_m2").getAsDouble(), 0) + " m²"
        : "";
  }

  private static String percent(String share) {
    return share.isEmpty() ? "" : FixedDecimals.of(Double.parseDouble(share) * 100, 0) + " %";
  }

  private static String degrees(double degrees) {
    return FixedDecimals.of(degrees, 6);
  }

  /** Also no entity of Earth's own: {@code $[name]} would be filled in. */
  static String safe(String text) {
    return XmlWriter.escaped(PlainText.of(text)).replace("$[", "&#36;[");
  }
}

package org.sitewatch.report.sheets;

import java.util.List;
import org.sitewatch.report.records.Evidence.LookPoint;
import org.sitewatch.report.words.Words;

/** A mark a look, in order of time; told apart by shape, as paper may be black and white. */
final class LookStrip {
  static final List<String> STATES =
      List.of("disturbed", "since", "clear", "cloud", "snow", "outside", "invalid", "failed");

  private static final int CELL = 20;
  private static final int HEIGHT = 20;

  /** More marks than this are too small on paper. */
  private static final int MOST = 44;

  private LookStrip() {}

  /** The newest looks, with the dates of the first and the last of them. */
  static String html(List<LookPoint> all) {
    List<LookPoint> looks = all.subList(Math.max(0, all.size() - MOST), all.size());
    if (looks.isEmpty()) {
      return "";
    }
    var svg = new StringBuilder();
    svg.append("<svg viewBox=\"0 0 ").append(looks.size() * CELL).append(' ').append(HEIGHT);
    svg.append("\">");
    for (int i = 0; i < looks.size(); i++) {
      svg.append(mark(looks.get(i).state(), i * CELL + CELL / 2));
    }
    svg.append("</svg>");
    return "<p class=\"strip\" dir=\"ltr\">"
        + day(looks.get(0))
        + svg
        + day(looks.get(looks.size() - 1))
        + "</p>\n";
  }

  private static String day(LookPoint look) {
    return look.utc().toString().substring(0, 10);
  }

  /** What the marks mean. */
  static String legend(Words words) {
    var legend = new Markup().raw("<p class=\"legend\">");
    for (String state : STATES) {
      legend
          .raw("<span><svg viewBox=\"0 0 20 20\">" + mark(state, CELL / 2) + "</svg> ")
          .text(words.text("sheets.look." + state))
          .raw("</span>");
    }
    return legend.raw("</p>").toString();
  }

  private static String mark(String state, int x) {
    return switch (state) {
      case "disturbed" -> "<rect x=\"" + (x - 8) + "\" y=\"2\" width=\"16\" height=\"16\"/>";
      case "since" ->
          "<circle class=\"line\" cx=\"%d\" cy=\"10\" r=\"6\"/><circle cx=\"%d\" cy=\"10\" r=\"3\"/>"
              .formatted(x, x);
      case "clear" -> "<circle class=\"line\" cx=\"" + x + "\" cy=\"10\" r=\"6\"/>";
      case "cloud" -> path("M" + (x - 4) + " 6l8 8m0 -8l-8 8");
      case "snow" -> path("M" + x + " 4v12m-5 -9l10 6m0 -6l-10 6");
      case "outside" -> path("M" + (x - 5) + " 10h10");
      case "invalid" -> path("M" + (x - 5) + " 7h10m-10 6h10");
      default -> path("M" + x + " 3v9m0 3v2");
    };
  }

  private static String path(String data) {
    return "<path class=\"line\" d=\"" + data + "\"/>";
  }
}

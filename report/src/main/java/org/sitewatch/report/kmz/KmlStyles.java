package org.sitewatch.report.kmz;

import org.sitewatch.report.marks.CoverageMark;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.xml.XmlWriter;

/** The styles that placemarks name: a mark and an outline a status, an outline a site. */
final class KmlStyles {
  private KmlStyles() {}

  /** What the patrol visits this week is larger. */
  static String of(StatusMark mark, boolean inPatrolWeek) {
    return mark.label() + (inPatrolWeek ? "-patrol" : "");
  }

  static String of(CoverageMark mark) {
    return "site-" + mark.label();
  }

  static String icon(StatusMark mark) {
    return "icons/" + mark.label() + ".png";
  }

  static void write(XmlWriter xml) {
    for (StatusMark mark : StatusMark.values()) {
      status(xml, mark, true);
      status(xml, mark, false);
    }
    for (CoverageMark mark : CoverageMark.values()) {
      xml.open("Style", "id", of(mark));
      outline(xml, mark.rgb(), mark == CoverageMark.SEEN ? "1.5" : "2.5", 0x00);
      xml.close();
    }
  }

  private static void status(XmlWriter xml, StatusMark mark, boolean inPatrolWeek) {
    xml.open("Style", "id", of(mark, inPatrolWeek)).open("IconStyle");
    xml.text("scale", inPatrolWeek ? "1.2" : "0.8");
    xml.open("Icon").text("href", icon(mark)).close();
    xml.empty("hotSpot", "x", "0.5", "y", "0.5", "xunits", "fraction", "yunits", "fraction");
    xml.close().open("LabelStyle").text("scale", inPatrolWeek ? "0.9" : "0.7").close();
    outline(xml, mark.rgb(), "2.5", 0x40);
    xml.close();
  }

  private static void outline(XmlWriter xml, int rgb, String width, int fillAlpha) {
    xml.open("LineStyle").text("color", colour(rgb, 0xFF)).text("width", width).close();
    xml.open("PolyStyle").text("color", colour(rgb, fillAlpha)).close();
  }

  /** Alpha, blue, green, red. */
  private static String colour(int rgb, int alpha) {
    int bgr = (rgb & 0xFF) << 16 | rgb & 0xFF00 | rgb >> 16 & 0xFF;
    return hex(alpha, 2) + hex(bgr, 6);
  }

  private static String hex(int value, int digits) {
    String hex = Integer.toHexString(value);
    return "0".repeat(digits - hex.length()) + hex;
  }
}

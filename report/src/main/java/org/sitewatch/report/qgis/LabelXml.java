package org.sitewatch.report.qgis;

import java.util.List;
import org.sitewatch.report.xml.XmlWriter;

/** Labels beside the mark of a feature, with a white rim, left out where they do not fit. */
final class LabelXml {
  /** Letters of a label that do not hide the map. */
  private static final int LONGEST = 60;

  /** Of a view: with thousands QGIS looks for room for a minute and more. */
  private static final String MOST = "100";

  /** Left out of labels: what would break the line or turn the direction of writing. */
  private static final String UNSHOWABLE =
      "'[\\\\x{0000}-\\\\x{001F}\\\\x{007F}-\\\\x{009F}\\\\x{2028}-\\\\x{202E}\\\\x{2066}-\\\\x{2069}]'";

  private LabelXml() {}

  /** An expression for a text attribute that breaks no label. */
  static String shown(String attribute) {
    String plain = "regexp_replace(coalesce(\"" + attribute + "\", ''), " + UNSHOWABLE + ", '')";
    return "left(" + plain + ", " + LONGEST + ")";
  }

  /** Text as an expression. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /**
   * @param text expression
   * @param size_pt of the letters
   * @param place expression: the point it stands beside
   * @param positions around that point, the best first
   * @param byExpression properties of the label
   */
  static void write(
      XmlWriter xml,
      String text,
      String size_pt,
      String place,
      String positions,
      List<StyleXml.ByExpression> byExpression) {
    xml.open("labeling", "type", "simple").open("settings", "calloutType", "simple");
    xml.open(
        "text-style",
        "fieldName",
        text,
        "isExpression",
        "1",
        "allowHtml",
        "0",
        "fontFamily",
        "Noto Sans",
        "fontSize",
        size_pt,
        "fontSizeUnit",
        "Point",
        "fontWeight",
        "63",
        "textColor",
        "0,0,0,255",
        "textOpacity",
        "1",
        "multilineHeight",
        "1");
    xml.empty(
        "text-buffer",
        "bufferDraw",
        "1",
        "bufferSize",
        "0.8",
        "bufferSizeUnits",
        "MM",
        "bufferColor",
        "255,255,255,255",
        "bufferOpacity",
        "0.9",
        "bufferNoFill",
        "1",
        "bufferJoinStyle",
        "128");
    xml.close();
    xml.empty("text-format", "multilineAlign", "0", "wrapChar", "");
    xml.empty(
        "placement",
        "placement",
        "6",
        "predefinedPositionOrder",
        positions,
        "dist",
        "1",
        "distUnits",
        "MM",
        "priority",
        "5",
        "geometryGeneratorEnabled",
        "1",
        "geometryGenerator",
        place,
        "geometryGeneratorType",
        "PointGeometry");
    xml.empty(
        "rendering",
        "drawLabels",
        "1",
        "displayAll",
        "0",
        "obstacle",
        "0",
        "scaleVisibility",
        "0",
        "limitNumLabels",
        "1",
        "maxNumLabels",
        MOST,
        "upsidedownLabels",
        "0");
    if (!byExpression.isEmpty()) {
      new StyleXml(xml).properties("dd_properties", byExpression);
    }
    xml.close().close();
  }
}

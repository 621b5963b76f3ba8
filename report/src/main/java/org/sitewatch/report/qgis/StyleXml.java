package org.sitewatch.report.qgis;

import java.util.List;
import org.sitewatch.report.xml.XmlWriter;

/** The pieces QGIS builds a style of: symbol layers with options, some of them by expression. */
final class StyleXml {
  private final XmlWriter xml;

  StyleXml(XmlWriter xml) {
    this.xml = xml;
  }

  /**
   * A property that an expression decides for each feature.
   *
   * @param key QGIS's name of the property
   */
  record ByExpression(String key, String expression) {}

  /** A symbol, open for its layers; {@code type} is fill or marker. */
  void openSymbol(String name, String type) {
    xml.open(
        "symbol",
        "name",
        name,
        "type",
        type,
        "alpha",
        "1",
        "clip_to_extent",
        "1",
        "force_rhr",
        "0");
  }

  void close() {
    xml.close();
  }

  /** A symbol layer that is whole. */
  void layer(String kind, List<ByExpression> byExpression, String... options) {
    openLayer(kind, byExpression, options);
    xml.close();
  }

  /** A symbol layer, open for a symbol inside it. */
  void openLayer(String kind, List<ByExpression> byExpression, String... options) {
    xml.open("layer", "class", kind, "enabled", "1", "locked", "0", "pass", "0");
    xml.open("Option", "type", "Map");
    for (int i = 0; i < options.length; i += 2) {
      text(options[i], options[i + 1]);
    }
    xml.close();
    if (!byExpression.isEmpty()) {
      properties("data_defined_properties", byExpression);
    }
  }

  /** Properties by expression, under the element that a symbol or a label has for them. */
  void properties(String element, List<ByExpression> byExpression) {
    xml.open(element).open("Option", "type", "Map");
    text("name", "");
    xml.open("Option", "type", "Map", "name", "properties");
    for (ByExpression property : byExpression) {
      xml.open("Option", "type", "Map", "name", property.key);
      xml.empty("Option", "type", "bool", "name", "active", "value", "true");
      text("expression", property.expression);
      xml.empty("Option", "type", "int", "name", "type", "value", "3");
      xml.close();
    }
    xml.close();
    text("type", "collection");
    xml.close().close();
  }

  private void text(String name, String value) {
    xml.empty("Option", "type", "QString", "name", name, "value", value);
  }

  /** A colour as QGIS writes it. */
  static String colour(int rgb, int alpha) {
    return (rgb >> 16 & 0xFF) + "," + (rgb >> 8 & 0xFF) + "," + (rgb & 0xFF) + "," + alpha;
  }
}

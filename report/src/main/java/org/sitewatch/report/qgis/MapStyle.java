package org.sitewatch.report.qgis;

import java.util.List;
import org.sitewatch.report.marks.CoverageMark;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlWriter;

/**
 * The styles of a run's two layers. Sites and disturbances are a few pixels of a country: each has
 * a mark of a fixed size on the paper; near enough to tell its outline the mark shrinks and the
 * outline speaks.
 */
public final class MapStyle {
  /** Scales (1 : n) below which outlines are told, and below which names are. */
  private static final String NEAR = "@map_scale < 15000";

  private static final String NAMED = "@map_scale < 100000";

  /** Where the mark of an outline stands: inside of it, whatever its shape. */
  static final String PLACE = "point_on_surface($geometry)";

  /** Above an outline, so that the label of a site does not cover what was found in it. */
  private static final String TOP =
      "CASE WHEN "
          + NEAR
          + " THEN make_point((x_min($geometry) +"
          + " x_max($geometry)) / 2, y_max($geometry)) ELSE "
          + PLACE
          + " END";

  private static final String DOCTYPE = "qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'";

  /** In millimetres: the first to be visited are the largest. */
  private static final String SIZE_OF_RANK_MM =
      "CASE WHEN \"rank\" <= 3 THEN 6 WHEN \"rank\" <= 10 THEN 4.8 WHEN \"rank\" <= 50 THEN 3.8"
          + " ELSE 3 END * CASE WHEN \"status\" IN ('dismissed', 'finished') THEN 0.8 ELSE 1 END"
          + (" * CASE WHEN " + NEAR + " THEN 0.5 ELSE 1 END");

  private static final String SITE_SIZE_MM = "2.4";

  private final XmlWriter xml = XmlWriter.withoutDeclaration(DOCTYPE);
  private final StyleXml style = new StyleXml(xml);
  private final Words words;

  private MapStyle(Words words) {
    this.words = words;
  }

  /** For the layer of disturbances: by status, with its rank and name. */
  public static byte[] disturbances(Words words) {
    var map = new MapStyle(words);
    map.open("status");
    for (StatusMark mark : StatusMark.values()) {
      map.category(mark.ordinal(), mark.label(), words.text("status." + mark.label()));
    }
    map.xml.close().open("symbols");
    for (StatusMark mark : StatusMark.values()) {
      map.symbol(mark);
    }
    map.xml.close();
    map.xml.open("orderby").text("orderByClause", "\"rank\"", "asc", "0", "nullsFirst", "1");
    map.xml.close().close();
    String name = "\"rank\" || ' ' || " + LabelXml.shown("site_name");
    String all =
        name
            + (" || '\\n' || " + LabelXml.shown("id"))
            + " || '\\n' || format_number(\"area_m2\", 0) || ' m²'";
    LabelXml.write(
        map.xml,
        "CASE WHEN "
            + NEAR
            + " THEN "
            + all
            + " WHEN "
            + NAMED
            + " THEN "
            + name
            + " ELSE to_string(\"rank\") END",
        "8",
        PLACE,
        "R,TR,BR,L,TL,BL",
        List.of(
            new StyleXml.ByExpression("Priority", "max(0, 10 - \"rank\" / 5)"),
            new StyleXml.ByExpression("LabelDistance", "(" + SIZE_OF_RANK_MM + ") / 2 + 0.4"),
            new StyleXml.ByExpression(
                "Show",
                NEAR + " OR \"status\" <> 'dismissed' AND (" + NAMED + " OR \"rank\" <= 20)")));
    return map.end("\"rank\" || ' ' || coalesce(\"id\", '')");
  }

  /** For the layer of sites: by what was seen of them. */
  public static byte[] coverage(Words words) {
    var map = new MapStyle(words);
    map.open("state");
    for (CoverageMark mark : CoverageMark.values()) {
      map.category(mark.ordinal(), mark.label(), words.text("coverage." + mark.label()));
    }
    map.xml.close().open("symbols");
    for (CoverageMark mark : CoverageMark.values()) {
      map.symbol(mark);
    }
    map.xml.close().close();
    String unseen =
        "CASE WHEN \"state\" = 'seen' THEN '' ELSE '\\n' || "
            + map.wordOfState()
            + " || CASE WHEN \"days_since_clear\" IS NULL THEN '' ELSE '\\n' || "
            + map.clearDaysAgo()
            + " END END";
    LabelXml.write(
        map.xml,
        LabelXml.shown("site_name") + " || " + unseen,
        "7",
        TOP,
        "TSR,TSL,TR,TL,R,L,BR,BL",
        List.of(
            new StyleXml.ByExpression("Priority", "if(\"state\" = 'seen', 1, 6)"),
            new StyleXml.ByExpression("LabelDistance", SITE_SIZE_MM + " / 2 + 0.4"),
            new StyleXml.ByExpression(
                "Show",
                "\"state\" <> 'seen' OR " + NEAR + " OR \"disturbances\" = 0 AND " + NAMED)));
    return map.end("coalesce(\"site_name\", \"site_id\")");
  }

  private String wordOfState() {
    var word = new StringBuilder("CASE");
    for (CoverageMark mark : CoverageMark.values()) {
      String said = words.text("coverage." + mark.label());
      word.append(" WHEN \"state\" = '")
          .append(mark.label())
          .append("' THEN ")
          .append(LabelXml.quoted(said));
    }
    return word.append(" ELSE \"state\" END").toString();
  }

  private String clearDaysAgo() {
    String said = LabelXml.quoted(words.text("qgis.clear_days_ago", "%"));
    return "replace(" + said + ", '%', to_string(\"days_since_clear\"))";
  }

  private void open(String attribute) {
    xml.open(
        "qgis",
        "version",
        "3.22.0",
        "styleCategories",
        "Symbology|Labeling",
        "labelsEnabled",
        "1",
        "hasScaleBasedVisibilityFlag",
        "0");
    xml.open(
        "renderer-v2",
        "type",
        "categorizedSymbol",
        "attr",
        attribute,
        "enableorderby",
        attribute.equals("status") ? "1" : "0",
        "symbollevels",
        "0",
        "forceraster",
        "0");
    xml.open("categories");
  }

  /** A line of the legend: our words, and the word in the file. */
  private void category(int symbol, String value, String label) {
    xml.empty(
        "category",
        "value",
        value,
        "symbol",
        Integer.toString(symbol),
        "label",
        label,
        "render",
        "true",
        "type",
        "string");
  }

  private byte[] end(String name) {
    xml.text("previewExpression", name);
    xml.text("layerGeometryType", "2");
    return xml.close().bytes();
  }

  private void symbol(StatusMark mark) {
    style.openSymbol(Integer.toString(mark.ordinal()), "fill");
    outline(StyleXml.colour(mark.rgb(), 60), "solid", 0xFFFFFF, "solid", "1.6");
    outline("0,0,0,0", "no", mark.rgb(), "solid", "1.1");
    outline("0,0,0,0", "no", 0x000000, mark.stroke(), "0.35");
    marker(
        mark.shape().qgisName(),
        StyleXml.colour(mark.rgb(), 255),
        mark.isOver() ? "90,90,90,255" : "0,0,0,255",
        PLACE,
        SIZE_OF_RANK_MM);
    style.close();
  }

  private void symbol(CoverageMark mark) {
    style.openSymbol(Integer.toString(mark.ordinal()), "fill");
    outline(StyleXml.colour(mark.rgb(), 130), mark.hatch(), mark.rgb(), mark.stroke(), "0.5");
    marker(
        mark.shape().qgisName(),
        "255,255,255,255",
        StyleXml.colour(mark.rgb(), 255),
        "CASE WHEN NOT (" + NEAR + ") THEN " + PLACE + " END",
        SITE_SIZE_MM);
    style.close();
  }

  private void outline(String fill, String hatch, int rgb, String stroke, String width_mm) {
    style.layer(
        "SimpleFill",
        List.of(),
        "color",
        fill,
        "style",
        hatch,
        "outline_color",
        StyleXml.colour(rgb, 255),
        "outline_style",
        stroke,
        "outline_width",
        width_mm,
        "outline_width_unit",
        "MM",
        "joinstyle",
        "round");
  }

  private void marker(String shape, String fill, String rim, String place, String size_mm) {
    style.openLayer(
        "GeometryGenerator", List.of(), "SymbolType", "Marker", "geometryModifier", place);
    style.openSymbol("@mark", "marker");
    style.layer(
        "SimpleMarker",
        List.of(new StyleXml.ByExpression("size", size_mm)),
        "name",
        shape,
        "color",
        fill,
        "outline_color",
        rim,
        "outline_style",
        "solid",
        "outline_width",
        "0.35",
        "outline_width_unit",
        "MM",
        "scale_method",
        "diameter",
        "size",
        "3",
        "size_unit",
        "MM",
        "joinstyle",
        "round");
    style.close();
    style.close();
  }
}

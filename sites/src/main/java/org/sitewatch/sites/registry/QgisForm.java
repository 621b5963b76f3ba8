package org.sitewatch.sites.registry;

import java.util.Arrays;
import java.util.List;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.geopackage.ColumnDomain;
import org.sitewatch.sites.registry.RegistryField.Kind;

/**
 * How QGIS shows a registry and asks for its fields: a QML style with value lists, ranges, dates
 * and defaults, zones in three fills that are told apart without colour too.
 */
final class QgisForm {
  private static final List<RegistryField> NEEDED = List.of(RegistryField.ID, RegistryField.ZONE);

  private final StringBuilder xml = new StringBuilder();

  private QgisForm() {}

  static String qml() {
    var form = new QgisForm();
    form.line("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
    form.line("<qgis version=\"3.22\" styleCategories=\"Symbology|Fields|Forms|MapTips\">");
    form.renderer();
    form.fields();
    form.line("<aliases>");
    for (RegistryField field : RegistryField.values()) {
      form.line(
          "<alias field=\"%s\" index=\"%d\" name=\"%s\"/>",
          field.label(), field.ordinal() + 1, escaped(field.label().replace('_', ' ')));
    }
    form.line("</aliases>");
    form.line("<defaults>");
    form.line("<default field=\"zone\" expression=\"'core'\" applyOnUpdate=\"0\"/>");
    form.line(
        "<default field=\"priority\" expression=\"%d\" applyOnUpdate=\"0\"/>",
        Site.DEFAULT_PRIORITY);
    form.line("</defaults>");
    form.constraints();
    form.line("<editorlayout>generatedlayout</editorlayout>");
    form.line("</qgis>");
    return form.xml.toString();
  }

  /** The same vocabularies and ranges for other programs. */
  static List<ColumnDomain> domains() {
    return Arrays.stream(RegistryField.values())
        .map(
            field ->
                new ColumnDomain(
                    field.label(),
                    field.label().replace('_', ' '),
                    field.meaning(),
                    field.words(),
                    field.kind() == Kind.LEVEL ? 1 : 0,
                    field.kind() == Kind.LEVEL ? 5 : 0))
        .toList();
  }

  private void renderer() {
    line("<renderer-v2 type=\"categorizedSymbol\" attr=\"zone\" forceraster=\"0\">");
    line("<categories>");
    List<String> zones = RegistryField.ZONE.words();
    for (int i = 0; i < zones.size(); i++) {
      line(
          "<category symbol=\"%d\" value=\"%s\" label=\"%s\" render=\"true\"/>",
          i, zones.get(i), zones.get(i));
    }
    line("</categories>");
    line("<symbols>");
    symbol(0, "213,94,0,70", "213,94,0,255", "solid", "0.6");
    symbol(1, "0,114,178,30", "0,114,178,255", "dash", "0.5");
    symbol(2, "0,0,0,0", "90,90,90,255", "dot", "0.4");
    line("</symbols>");
    line("</renderer-v2>");
  }

  private void symbol(int name, String fill, String edge, String edgeStyle, String width) {
    line("<symbol type=\"fill\" name=\"%d\" alpha=\"1\" clip_to_extent=\"1\">", name);
    line("<layer class=\"SimpleFill\" enabled=\"1\" pass=\"0\" locked=\"0\">");
    line("<Option type=\"Map\">");
    option("color", fill);
    option("style", "solid");
    option("outline_color", edge);
    option("outline_style", edgeStyle);
    option("outline_width", width);
    option("outline_width_unit", "MM");
    line("</Option>");
    line("</layer>");
    line("</symbol>");
  }

  private void fields() {
    line("<fieldConfiguration>");
    for (RegistryField field : RegistryField.values()) {
      line("<field name=\"%s\" configurationFlags=\"None\">", field.label());
      switch (field.kind()) {
        case WORD -> valueMap(field);
        case LEVEL -> widget("Range", "Min", "1", "Max", "5", "Step", "1", "Style", "SpinBox");
        case DATE ->
            widget(
                "DateTime",
                "field_format",
                "yyyy-MM-dd",
                "display_format",
                "yyyy-MM-dd",
                "calendar_popup",
                "true",
                "allow_null",
                "true");
        default ->
            widget(
                "TextEdit",
                "IsMultiline",
                String.valueOf(field == RegistryField.NOTES),
                "UseHtml",
                "false");
      }
      line("</field>");
    }
    line("</fieldConfiguration>");
  }

  private void valueMap(RegistryField field) {
    line("<editWidget type=\"ValueMap\">");
    line("<config>");
    line("<Option type=\"Map\">");
    line("<Option name=\"map\" type=\"List\">");
    if (!NEEDED.contains(field)) {
      entry("(not known)", "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"); // what QGIS calls NULL
    }
    for (String word : field.words()) {
      entry(word, word);
    }
    line("</Option>");
    line("</Option>");
    line("</config>");
    line("</editWidget>");
  }

  private void entry(String shown, String kept) {
    line("<Option type=\"Map\">");
    option(shown, kept);
    line("</Option>");
  }

  private void widget(String type, String... options) {
    line("<editWidget type=\"%s\">", type);
    line("<config>");
    line("<Option type=\"Map\">");
    for (int i = 0; i < options.length; i += 2) {
      String value = options[i + 1];
      String valueType =
          value.matches("\\d+") ? "int" : value.matches("true|false") ? "bool" : "QString";
      line("<Option name=\"%s\" value=\"%s\" type=\"%s\"/>", options[i], value, valueType);
    }
    line("</Option>");
    line("</config>");
    line("</editWidget>");
  }

  /** An id and a zone are asked for, a level is one to five; a draft may be kept without. */
  private void constraints() {
    line("<constraints>");
    for (RegistryField field : RegistryField.values()) {
      boolean needed = NEEDED.contains(field);
      boolean level = field.kind() == Kind.LEVEL;
      line(
          "<constraint field=\"%s\" constraints=\"%d\" notnull_strength=\"%d\""
              + " unique_strength=\"0\" exp_strength=\"%d\"/>",
          field.label(), (needed ? 1 : 0) + (level ? 4 : 0), needed ? 1 : 0, level ? 2 : 0);
    }
    line("</constraints>");
    line("<constraintExpressions>");
    for (RegistryField field : RegistryField.values()) {
      boolean level = field.kind() == Kind.LEVEL;
      String expression =
          "\"" + field.label() + "\" is null or \"" + field.label() + "\" between 1 and 5";
      line(
          "<constraint field=\"%s\" exp=\"%s\" desc=\"%s\"/>",
          field.label(), level ? escaped(expression) : "", escaped(field.meaning()));
    }
    line("</constraintExpressions>");
  }

  private void option(String name, String value) {
    line("<Option name=\"%s\" value=\"%s\" type=\"QString\"/>", escaped(name), escaped(value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private void line(String format, Object... values) {
    xml.append(values.length == 0 ? format : format.formatted(values)).append('\n');
  }
}

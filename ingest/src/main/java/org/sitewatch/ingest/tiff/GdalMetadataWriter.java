package org.sitewatch.ingest.tiff;

import java.util.List;
import java.util.SortedMap;

/**
 * The XML of the GDAL_METADATA tag, in a fixed order. Values are escaped twice, as GDAL writes and
 * expects them; keys once.
 */
final class GdalMetadataWriter {
  private final StringBuilder xml = new StringBuilder();

  GdalMetadataWriter(
      SortedMap<String, String> items,
      List<String> bandNames,
      int bands,
      double scale,
      double offset) {
    items.forEach((key, value) -> item("name=\"" + escaped(key) + "\"", value));
    for (int band = 0; band < bandNames.size(); band++) {
      bandItem("DESCRIPTION", band, "description", bandNames.get(band));
    }
    if (scale != 1 || offset != 0) {
      for (int band = 0; band < bands; band++) {
        bandItem("OFFSET", band, "offset", Double.toString(offset));
        bandItem("SCALE", band, "scale", Double.toString(scale));
      }
    }
  }

  /** Empty if there is nothing to say. */
  String xml() {
    return xml.isEmpty() ? "" : "<GDALMetadata>\n" + xml + "</GDALMetadata>\n";
  }

  private void bandItem(String name, int band, String role, String value) {
    item("name=\"" + name + "\" sample=\"" + band + "\" role=\"" + role + "\"", value);
  }

  private void item(String attributes, String value) {
    xml.append("  <Item ").append(attributes).append('>').append(escaped(escaped(value)));
    xml.append("</Item>\n");
  }

  private static String escaped(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> {
          if (c < ' ' && c != '\n' && c != '\t') {
            throw new IllegalArgumentException("metadata must not have control characters");
          }
          out.append(c);
        }
      }
    }
    return out.toString();
  }
}

package org.sitewatch.ingest.tiff;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML in the GDAL_METADATA tag: scale, offset and description of bands, free keys. */
final class GdalMetadata {
  static final int MAX_BYTES = 4 << 20;

  private final SortedMap<String, String> items = new TreeMap<>();
  private final SortedMap<Integer, Double> scales = new TreeMap<>();
  private final SortedMap<Integer, Double> offsets = new TreeMap<>();
  private final SortedMap<Integer, String> descriptions = new TreeMap<>();

  static GdalMetadata none() {
    return new GdalMetadata();
  }

  static GdalMetadata parse(String xml, String file) throws TiffException {
    var metadata = new GdalMetadata();
    try {
      var plain = PlainMetadata.items(xml);
      if (plain.isPresent()) {
        plain.get().forEach(metadata::add);
      } else {
        metadata.addAll(xml);
      }
    } catch (XMLStreamException | NumberFormatException e) {
      throw new TiffException(
          file, "GDAL_METADATA tag is not as expected: " + firstLine(e.getMessage()), e);
    }
    return metadata;
  }

  private void addAll(String xml) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var reader = factory.createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("Item")) {
        var attributes = new HashMap<String, String>();
        for (String name : List.of("name", "sample", "role", "domain")) {
          String value = reader.getAttributeValue(null, name);
          if (value != null) {
            attributes.put(name, value);
          }
        }
        add(new PlainMetadata.Item(attributes, reader.getElementText()));
      }
    }
  }

  private void add(PlainMetadata.Item item) {
    var attributes = item.attributes();
    String text = unescaped(item.text());
    if (!attributes.containsKey("sample")) {
      if (attributes.containsKey("name") && attributes.getOrDefault("domain", "").isEmpty()) {
        items.put(attributes.get("name"), text);
      }
    } else if (attributes.containsKey("role")) {
      int band = Integer.parseInt(attributes.get("sample").strip());
      switch (attributes.get("role")) {
        case "scale" -> scales.put(band, number(text));
        case "offset" -> offsets.put(band, number(text));
        case "description" -> descriptions.put(band, text);
        default -> {} // units, colour tables: nothing that changes a value
      }
    }
  }

  /** GDAL escapes values a second time before it writes the XML. */
  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private static double number(String text) {
    double value = Double.parseDouble(text.strip());
    if (!Double.isFinite(value)) {
      throw new NumberFormatException("scale or offset must be finite, got " + text);
    }
    return value;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  SortedMap<String, String> items() {
    return items;
  }

  double scale(int band) {
    return scales.getOrDefault(band, 1.0);
  }

  double offset(int band) {
    return offsets.getOrDefault(band, 0.0);
  }

  boolean isScaled(int band) {
    return scales.containsKey(band) || offsets.containsKey(band);
  }

  String description(int band) {
    return descriptions.getOrDefault(band, "");
  }
}

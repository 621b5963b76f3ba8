package org.sitewatch.ingest.tiff;

import java.io.StringReader;
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
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var metadata = new GdalMetadata();
    try {
      var reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals("Item")) {
          metadata.add(reader);
        }
      }
    } catch (XMLStreamException | NumberFormatException e) {
      throw new TiffException(
          file, "GDAL_METADATA tag is not as expected: " + firstLine(e.getMessage()), e);
    }
    return metadata;
  }

  private void add(XMLStreamReader reader) throws XMLStreamException {
    String name = reader.getAttributeValue(null, "name");
    String sample = reader.getAttributeValue(null, "sample");
    String role = reader.getAttributeValue(null, "role");
    String domain = reader.getAttributeValue(null, "domain");
    String text = unescaped(reader.getElementText());
    if (sample == null) {
      if (name != null && (domain == null || domain.isEmpty())) {
        items.put(name, text);
      }
    } else if (role != null) {
      int band = Integer.parseInt(sample.strip());
      switch (role) {
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

package org.sitewatch.sites.registry.kml;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.text.TextCharset;

/** A walk through elements, without DTD and external entities, to a limited depth. */
final class KmlXml {
  private static final int MAX_DEPTH = 60;
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  /** What is done with a child element; it has to read the element to its end. */
  interface Child {
    void read(String name) throws XMLStreamException;
  }

  private final String file;
  private final XMLStreamReader reader;
  private int depth;

  KmlXml(String file, byte[] document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    this.file = file;
    this.reader = factory.createXMLStreamReader(new StringReader(text(file, document)));
  }

  /** In the charset the document names, UTF-8 if it names none; never with letters replaced. */
  private static String text(String file, byte[] document) {
    boolean utf16 = document.length > 1 && (document[0] & document[1] & 0xff) == 0xfe;
    String start =
        new String(document, 0, Math.min(200, document.length), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(start);
    String name = utf16 ? "UTF-16" : declared.find() ? declared.group(1) : "UTF-8";
    Optional<String> text = TextCharset.named(name).flatMap(known -> known.decode(document));
    return text.map(whole -> whole.startsWith("\uFEFF") ? whole.substring(1) : whole)
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.REGISTRY_INVALID,
                    "%s: its text is not %s, as it says; save it again as UTF-8"
                        .formatted(file, name)));
  }

  /** Stands on the root element afterwards; its name without a prefix. */
  String root() throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new UserException(
            ExitCode.REGISTRY_INVALID,
            file + " has a DTD, which is not read for safety; KML needs none, take it out");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        return reader.getLocalName();
      }
    }
    return "";
  }

  /** Hands every child of the element it stands on to a step. */
  void children(Child step) throws XMLStreamException {
    if (++depth > MAX_DEPTH) {
      throw new XMLStreamException("more than " + MAX_DEPTH + " elements in one another");
    }
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        step.read(reader.getLocalName());
      }
    }
    depth--;
  }

  /** All text of the element it stands on, without that of its children. */
  String text() throws XMLStreamException {
    var text = new StringBuilder();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      switch (reader.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> skip();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("unknown entity &" + reader.getLocalName() + ";");
        default -> {}
      }
    }
    return text.toString().strip();
  }

  /** Goes to the end of the element it stands on. */
  void skip() throws XMLStreamException {
    for (int open = 1; open > 0; ) {
      int event = reader.next();
      open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** Empty if there is none. */
  String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }
}

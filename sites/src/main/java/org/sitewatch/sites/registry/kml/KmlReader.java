package org.sitewatch.sites.registry.kml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RawLayer;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryFinding.Severity;
import org.sitewatch.sites.registry.RegistryLimits;

/**
 * The Placemarks of a KML file (OGC 12-007r2), of any version and namespace. Attributes come from
 * ExtendedData, the name, and the description; {@link #FOLDER} is the folder a Placemark lies in.
 */
public final class KmlReader {
  /** The name of the innermost folder, as an attribute. */
  public static final String FOLDER = "folder";

  /** A folder: its name may come after its content. */
  private static final class Folder {
    private String name = "";
  }

  private record Placemark(
      Folder folder, Map<String, Object> attributes, Outline outline, List<Flaw> flaws) {}

  private final String file;
  private final KmlXml xml;
  private final RegistryLimits limits;
  private final SortedMap<String, byte[]> archive;
  private final Set<String> linked;
  private final List<Placemark> placemarks;
  private final List<RegistryFinding> findings;

  private KmlReader(String file, KmlXml xml, SortedMap<String, byte[]> archive) {
    this.file = file;
    this.xml = xml;
    this.limits = new RegistryLimits(file);
    this.archive = archive;
    this.linked = new HashSet<>();
    this.placemarks = new ArrayList<>();
    this.findings = new ArrayList<>();
  }

  /** Of another document of the same archive; what it finds is the first one's. */
  private KmlReader(KmlReader first, KmlXml xml) {
    this.file = first.file;
    this.xml = xml;
    this.limits = first.limits;
    this.archive = first.archive;
    this.linked = first.linked;
    this.placemarks = first.placemarks;
    this.findings = first.findings;
  }

  /**
   * @param file its name, for messages
   * @param archive the documents of a KMZ by path: links into it are followed, others are not
   * @throws UserException if it is no KML, has a DTD, or is over a limit
   */
  public static RawLayer layer(String file, byte[] document, SortedMap<String, byte[]> archive) {
    try {
      var reader = new KmlReader(file, xml(file, document), archive);
      reader.document();
      return reader.layer();
    } catch (XMLStreamException e) {
      String what =
          e.getMessage()
              .lines()
              .skip(e.getMessage().startsWith("ParseError") ? 1 : 0)
              .findFirst()
              .orElse("")
              .replaceFirst("^Message: ", "");
      String place =
          e.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
      throw new UserException(
          ExitCode.REGISTRY_INVALID, file + ": broken XML" + place + ": " + what, e);
    }
  }

  private static KmlXml xml(String file, byte[] document) throws XMLStreamException {
    return new KmlXml(file, document);
  }

  private void document() throws XMLStreamException {
    String root = xml.root();
    if (!root.equals("kml")) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          "%s: expected KML, got XML with the root '%s'".formatted(file, Quote.of(root)));
    }
    container(new Folder());
  }

  private RawLayer layer() {
    var features = new ArrayList<RawFeature>();
    for (Placemark placemark : placemarks) {
      String folder = placemark.folder.name;
      if (!folder.isEmpty()) {
        placemark.attributes.putIfAbsent(FOLDER, folder);
      }
      features.add(
          RawFeature.of(
              "placemark " + (features.size() + 1),
              placemark.attributes,
              placemark.outline,
              placemark.flaws));
    }
    return new RawLayer(file, features, findings, List.of());
  }

  private void container(Folder folder) throws XMLStreamException {
    xml.children(
        element -> {
          switch (element) {
            case "name" -> folder.name = xml.text();
            case "Document" -> container(new Folder());
            case "Folder" -> container(new Folder());
            case "Placemark" -> placemark(folder);
            case "NetworkLink" -> link();
            default -> xml.skip();
          }
        });
  }

  /** Followed once, and only within the archive. */
  private void link() throws XMLStreamException {
    var hrefs = new ArrayList<String>();
    xml.children(
        element -> {
          if (!element.equals("Link") && !element.equals("Url")) {
            xml.skip();
            return;
          }
          xml.children(
              child -> {
                if (child.equals("href")) {
                  hrefs.add(xml.text());
                } else {
                  xml.skip();
                }
              });
        });
    for (String href : hrefs) {
      if (!archive.containsKey(href)) {
        String text = " links to another file, which is not read; save that one too";
        findings.add(RawLayer.finding(Code.A4, Severity.WARNING, file + text));
      } else if (linked.add(href)) {
        new KmlReader(this, xml(file, archive.get(href))).document();
      }
    }
  }

  private void placemark(Folder folder) throws XMLStreamException {
    var attributes = new LinkedHashMap<String, Object>();
    var flaws = new ArrayList<Flaw>();
    var shape = new KmlShape(xml, flaws);
    var texts = new LinkedHashMap<String, String>();
    xml.children(
        element -> {
          switch (element) {
            case "name", "description" -> texts.put(element, xml.text());
            case "ExtendedData" -> extendedData(attributes);
            default -> {
              if (!shape.read(element)) {
                xml.skip();
              }
            }
          }
        });
    String name = texts.getOrDefault("name", "");
    if (!name.isEmpty()) {
      attributes.putIfAbsent(RawFeature.NAME, name);
    }
    KmlDescription.read(texts.getOrDefault("description", ""), attributes);
    Outline outline = shape.outline();
    limits.count(outline);
    placemarks.add(new Placemark(folder, attributes, outline, flaws));
  }

  /**
   * {@code Data} with {@code value}, {@code SchemaData} with {@code SimpleData}, or plain elements.
   */
  private void extendedData(Map<String, Object> attributes) throws XMLStreamException {
    xml.children(
        element -> {
          switch (element) {
            case "Data" -> {
              String name = xml.attribute("name");
              xml.children(
                  child -> {
                    if (child.equals("value")) {
                      put(attributes, name, xml.text());
                    } else {
                      xml.skip();
                    }
                  });
            }
            case "SchemaData" ->
                xml.children(
                    child -> {
                      String name = xml.attribute("name");
                      put(attributes, name, xml.text());
                    });
            default -> put(attributes, element, xml.text());
          }
        });
  }

  private static void put(Map<String, Object> attributes, String name, String value) {
    if (!name.isEmpty() && !value.isEmpty()) {
      attributes.put(name, value);
    }
  }
}

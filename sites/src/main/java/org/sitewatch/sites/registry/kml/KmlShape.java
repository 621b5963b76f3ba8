package org.sitewatch.sites.registry.kml;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import javax.xml.stream.XMLStreamException;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.text.PlainNumber;

/** The geometries of a Placemark, collected as they come. */
final class KmlShape {
  private final KmlXml xml;
  private final List<Flaw> flaws;
  private final List<List<double[]>> polygons = new ArrayList<>();
  private final List<double[]> points = new ArrayList<>();
  private final TreeSet<String> others = new TreeSet<>();
  private boolean hasHeights;
  private boolean broken;

  KmlShape(KmlXml xml, List<Flaw> flaws) {
    this.xml = xml;
    this.flaws = flaws;
  }

  /** Whether the element is a geometry; if so, it is read. */
  boolean read(String element) throws XMLStreamException {
    switch (element) {
      case "Polygon" -> polygon();
      case "Point" -> point();
      case "MultiGeometry" ->
          xml.children(
              child -> {
                if (!read(child)) {
                  xml.skip();
                }
              });
      case "LineString", "LinearRing", "Model", "Track", "MultiTrack" -> {
        others.add(element);
        xml.skip();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** All that was read; what cannot be used is none, with a flaw. */
  Outline outline() {
    if (hasHeights) {
      flaws.add(Flaw.warning(Code.A4, "heights are left out"));
    }
    if (broken) {
      return Outline.NONE;
    }
    if (!polygons.isEmpty()) {
      if (!points.isEmpty()) {
        flaws.add(Flaw.warning(Code.A4, "a point beside its polygons is left out"));
      }
      for (String other : others) {
        flaws.add(Flaw.warning(Code.A4, "a " + other + " beside its polygons is left out"));
      }
      return new Outline(polygons);
    }
    if (!others.isEmpty()) {
      return none("a " + others.first() + " is no outline; draw a polygon");
    }
    return points.isEmpty()
        ? Outline.NONE
        : Outline.ofPoints(points.stream().flatMapToDouble(DoubleStream::of).toArray());
  }

  private void polygon() throws XMLStreamException {
    var shells = new ArrayList<double[]>();
    var holes = new ArrayList<double[]>();
    xml.children(
        side -> {
          switch (side) {
            case "outerBoundaryIs" -> xml.children(ring -> ring(ring, shells));
            case "innerBoundaryIs" -> xml.children(ring -> ring(ring, holes));
            default -> xml.skip();
          }
        });
    if (shells.size() != 1) {
      none("a polygon has %d outer boundaries; draw it again".formatted(shells.size()));
      return;
    }
    var rings = new ArrayList<>(shells);
    rings.addAll(holes);
    polygons.add(rings);
  }

  private void ring(String element, List<double[]> rings) throws XMLStreamException {
    if (element.equals("LinearRing")) {
      xml.children(child -> rings.add(child.equals("coordinates") ? pairs() : skipped()));
      rings.removeIf(ring -> ring == NO_RING);
    } else {
      xml.skip();
    }
  }

  private static final double[] NO_RING = {};

  private double[] skipped() throws XMLStreamException {
    xml.skip();
    return NO_RING;
  }

  private void point() throws XMLStreamException {
    xml.children(
        child -> {
          if (!child.equals("coordinates")) {
            xml.skip();
            return;
          }
          double[] pair = pairs();
          if (pair.length == 2) {
            points.add(pair);
          } else {
            none("a point has " + pair.length / 2 + " places; draw it again");
          }
        });
  }

  /** Tuples with blanks between them: {@code lon,lat[,height]}. */
  private double[] pairs() throws XMLStreamException {
    String text = xml.text();
    String[] tuples = text.isEmpty() ? new String[0] : text.split("\\s+");
    var pairs = new double[2 * tuples.length];
    for (int i = 0; i < tuples.length; i++) {
      String[] numbers = tuples[i].split(",", -1);
      boolean right = numbers.length == 2 || numbers.length == 3;
      for (int axis = 0; axis < numbers.length && right; axis++) {
        OptionalDouble number = PlainNumber.parse(numbers[axis]);
        right = number.isPresent();
        if (axis < 2) {
          pairs[2 * i + axis] = number.orElse(Double.NaN);
        } else {
          hasHeights |= number.orElse(0) != 0;
        }
      }
      if (!right) {
        String shown = tuples[i].length() > 40 ? tuples[i].substring(0, 40) + "…" : tuples[i];
        none("vertex %d is '%s', expected lon,lat[,height]".formatted(i, shown));
        return new double[0];
      }
    }
    return pairs;
  }

  private Outline none(String text) {
    if (!broken) { // the first is enough to say
      flaws.add(Flaw.error(Code.G1, text));
    }
    broken = true;
    return Outline.NONE;
  }
}

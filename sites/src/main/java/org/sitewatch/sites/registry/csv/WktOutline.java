package org.sitewatch.sites.registry.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.text.PlainNumber;

/**
 * Points and polygons in well-known text (OGC 06-103r4, clause 7) as an outline, rings as they are,
 * closed or not. {@code SRID=4326;} may stand before it.
 */
final class WktOutline {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?i)\\s*(?:SRID=(\\d+);\\s*)?([A-Z]+?)\\s*(ZM|Z|M)?\\s*(EMPTY\\s*$|(?=\\())");

  private final String text;
  private final List<Flaw> flaws;
  private boolean hasHeights;
  private int at;

  private WktOutline(String text, List<Flaw> flaws) {
    this.text = text;
    this.flaws = flaws;
  }

  /** What cannot be read is none, with a flaw. */
  static Outline of(String text, List<Flaw> flaws) {
    return text.isBlank() ? Outline.NONE : new WktOutline(text, flaws).outline();
  }

  private Outline outline() {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return none("'" + shown(text) + "' is no well-known text");
    }
    if (head.group(1) != null && !head.group(1).equals("4326")) {
      flaws.add(Flaw.error(Code.G2, "its SRID is " + head.group(1) + ", expected 4326; say --crs"));
      return Outline.NONE;
    }
    if (head.group(4) != null && !head.group(4).isEmpty()) {
      return Outline.NONE;
    }
    at = head.end();
    String type = head.group(2).toUpperCase(Locale.ROOT);
    try {
      Outline outline =
          switch (type) {
            case "POINT", "MULTIPOINT" -> points();
            case "POLYGON" -> new Outline(List.of(polygon()));
            case "MULTIPOLYGON" -> new Outline(list(this::polygon));
            case "CURVEPOLYGON",
                "MULTISURFACE",
                "COMPOUNDCURVE",
                "CIRCULARSTRING",
                "MULTICURVE" -> {
              flaws.add(Flaw.error(Code.A4, "curves are not read; convert it to polygons"));
              yield Outline.NONE;
            }
            default -> none("a " + type + " is no outline; draw a polygon");
          };
      boolean whole = outline.isEmpty() || text.substring(at).isBlank();
      if (hasHeights) {
        flaws.add(Flaw.warning(Code.A4, "heights and measures are left out"));
      }
      return whole ? outline : none("more text follows its geometry: '" + shown(rest()) + "'");
    } catch (WktException e) {
      return none(e.getMessage());
    }
  }

  /** Something else than expected; never leaves this class. */
  private static final class WktException extends Exception {
    private static final long serialVersionUID = 1L;

    WktException(String message) {
      super(message);
    }
  }

  private interface Part<T> {
    T read() throws WktException;
  }

  private <T> List<T> list(Part<T> part) throws WktException {
    var parts = new ArrayList<T>();
    expect('(');
    do {
      parts.add(part.read());
    } while (next(','));
    expect(')');
    return parts;
  }

  private List<double[]> polygon() throws WktException {
    return list(this::ring);
  }

  private double[] ring() throws WktException {
    List<double[]> vertices = list(this::vertex);
    return flat(vertices);
  }

  /** Points of a MULTIPOINT may be in brackets or not. */
  private Outline points() throws WktException {
    List<double[]> points =
        list(
            () -> {
              boolean inBrackets = next('(');
              double[] vertex = vertex();
              if (inBrackets) {
                expect(')');
              }
              return vertex;
            });
    return Outline.ofPoints(flat(points));
  }

  private static double[] flat(List<double[]> vertices) {
    var pairs = new double[2 * vertices.size()];
    for (int i = 0; i < vertices.size(); i++) {
      System.arraycopy(vertices.get(i), 0, pairs, 2 * i, 2);
    }
    return pairs;
  }

  private double[] vertex() throws WktException {
    var pair = new double[2];
    int numbers = 0;
    for (skipBlanks(); at < text.length() && ",()".indexOf(text.charAt(at)) < 0; skipBlanks()) {
      int from = at;
      while (at < text.length() && " \t\r\n,()".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      OptionalDouble number = PlainNumber.parse(text.substring(from, at));
      if (number.isEmpty() || numbers == 4) {
        throw new WktException("'" + shown(text.substring(from)) + "' is no number of a vertex");
      }
      if (numbers < 2) {
        pair[numbers] = number.getAsDouble();
      }
      numbers++;
    }
    hasHeights |= numbers > 2;
    if (numbers < 2) {
      throw new WktException("a vertex has " + numbers + " numbers before '" + shown(rest()) + "'");
    }
    return pair;
  }

  private void expect(char bracket) throws WktException {
    if (!next(bracket)) {
      throw new WktException("expected '" + bracket + "' before '" + shown(rest()) + "'");
    }
  }

  private boolean next(char character) {
    skipBlanks();
    boolean here = at < text.length() && text.charAt(at) == character;
    at += here ? 1 : 0;
    return here;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String rest() {
    return text.substring(at);
  }

  private static String shown(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "…" : text;
  }

  private Outline none(String what) {
    flaws.add(Flaw.error(Code.G1, what));
    return Outline.NONE;
  }
}

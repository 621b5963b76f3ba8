package org.sitewatch.sites.registry.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RawLayer;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryLimits;
import org.sitewatch.sites.registry.text.PlainNumber;
import org.sitewatch.sites.registry.text.TextCharset;

/**
 * A table with a header (RFC 4180): comma, semicolon, tab or bar between the columns; values stay
 * texts.
 */
public final class CsvReader {
  private static final String SEPARATORS = ",;\t|";
  private static final int MAX_COLUMNS = 2048;

  private final String file;
  private final char separator;
  private final Optional<Projection> projection;
  private List<String> header = List.of();

  private CsvReader(String file, char separator, Optional<Projection> projection) {
    this.file = file;
    this.separator = separator;
    this.projection = projection;
  }

  /**
   * @param file its name, for messages
   * @param epsg CRS of the geometries, 0 for lon/lat
   * @throws UserException if it is no table, or over a limit
   */
  public static RawLayer layer(
      String file, byte[] bytes, CsvColumns columns, Optional<TextCharset> charset, int epsg) {
    CsvText text = CsvText.of(file, bytes, charset);
    if (text.hasFailed()) {
      return new RawLayer(file, List.of(), text.findings(), text.notices());
    }
    boolean inDegrees = epsg == 0 || epsg == 4326;
    String body = text.text().replaceFirst("^sep=(.)\\R", "");
    var reader =
        new CsvReader(
            file,
            separator(body),
            inDegrees ? Optional.empty() : Optional.of(Projection.ofEpsg(epsg)));
    var notices = new ArrayList<>(text.notices());
    List<RawFeature> features = reader.features(body, columns, notices);
    return new RawLayer(file, features, text.findings(), notices);
  }

  /** The sign that stands most often in the first line, outside quotes. */
  private static char separator(String text) {
    String line = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    char best = SEPARATORS.charAt(0);
    long most = 0;
    for (char one : SEPARATORS.toCharArray()) {
      long count = line.chars().filter(character -> character == one).count();
      if (count > most) {
        best = one;
        most = count;
      }
    }
    return best;
  }

  private List<RawFeature> features(String text, CsvColumns columns, List<String> notices) {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    var features = new ArrayList<RawFeature>();
    var limits = new RegistryLimits(file);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      CsvGeometry geometry = null;
      for (CSVRecord row : parser) {
        boolean blank = row.stream().allMatch(String::isBlank);
        if (blank) {
          continue;
        }
        if (geometry == null) {
          header = header(row);
          geometry = CsvGeometry.of(file, header, columns);
          notices.add("geometry of %s from %s".formatted(file, geometry.words(header)));
          continue;
        }
        RawFeature feature = feature(row, geometry);
        limits.count(feature.outline());
        features.add(feature);
      }
      if (geometry == null) {
        throw invalid("is empty");
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      Throwable said = e.getCause() instanceof IOException cause ? cause : e;
      throw invalid(
          "is no table: " + String.valueOf(said.getMessage()).lines().findFirst().orElse(""));
    }
    return features;
  }

  private List<String> header(CSVRecord row) {
    List<String> names = row.stream().map(String::strip).toList();
    var seen = new HashSet<String>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT))) {
        throw invalid("has two columns called '" + Quote.of(name) + "'; rename one");
      }
    }
    if (names.size() > MAX_COLUMNS || names.size() < 2) {
      String text = "starts with a line of %d columns; expected a header of names, between commas,";
      throw invalid(text.formatted(names.size()) + " semicolons or tabs");
    }
    return names;
  }

  private RawFeature feature(CSVRecord row, CsvGeometry geometry) {
    if (row.size() != header.size()) {
      String text = "has %d values in row %d, the header has %d; a separator or a quote is wrong";
      throw invalid(text.formatted(row.size(), row.getRecordNumber(), header.size()));
    }
    var attributes = new TreeMap<String, Object>();
    for (int column = 0; column < header.size(); column++) {
      String value = row.get(column).strip();
      boolean kept = !geometry.holds(column) && !value.isEmpty() && !header.get(column).isEmpty();
      if (kept) {
        attributes.put(header.get(column), value);
      }
    }
    var flaws = new ArrayList<Flaw>();
    Outline outline =
        geometry.wkt() >= 0
            ? WktOutline.of(row.get(geometry.wkt()), flaws)
            : point(row.get(geometry.lon()), row.get(geometry.lat()), flaws);
    Outline placed = projection.isPresent() ? outline.toLonLat(projection.get(), flaws) : outline;
    return RawFeature.of("row " + row.getRecordNumber(), attributes, placed, flaws);
  }

  private Outline point(String lon, String lat, List<Flaw> flaws) {
    if (lon.isBlank() && lat.isBlank()) {
      return Outline.NONE;
    }
    OptionalDouble x = number(lon);
    OptionalDouble y = number(lat);
    if (x.isEmpty() || y.isEmpty()) {
      String text = "lon '%s' and lat '%s' are not two decimal numbers, as in 102.8347 and 47.3251";
      flaws.add(Flaw.error(Code.G1, text.formatted(lon.strip(), lat.strip())));
      return Outline.NONE;
    }
    return Outline.ofPoints(new double[] {x.getAsDouble(), y.getAsDouble()});
  }

  /** With a decimal comma where the comma does not separate columns. */
  private OptionalDouble number(String text) {
    String word = text.strip();
    return PlainNumber.parse(separator == ',' ? word : word.replace(',', '.'));
  }

  private UserException invalid(String what) {
    return new UserException(ExitCode.REGISTRY_INVALID, file + " " + what);
  }
}

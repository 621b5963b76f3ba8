package org.sitewatch.sites.registry.csv;

import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.mapping.FieldWord;

/**
 * The columns that hold the geometry: one with well-known text, else two with numbers.
 *
 * @param wkt column of well-known text, -1 for none
 * @param lon column of longitudes or x, -1 for none
 * @param lat column of latitudes or y, -1 for none
 */
record CsvGeometry(int wkt, int lon, int lat) {
  private static final List<String> WKT_WORDS =
      words(
          "wkt, wkt geom, wkt geometry, the geom, geom, geometry, geometric place expression,"
              + " shape, géométrie, геометрия, geometría");
  private static final List<String> LON_WORDS =
      words(
          "lon, longitude, lng, long, lon dd, long dd, longitude dd, lon wgs84, x, x coord,"
              + " longitud, долгота, уртраг, уртраг зүүн");
  private static final List<String> LAT_WORDS =
      words(
          "lat, latitude, lat dd, latitude dd, lat wgs84, y, y coord, latitud, широта, өргөрөг,"
              + " өргөрөг хойд");

  private static List<String> words(String names) {
    return List.of(names.split(",")).stream().map(FieldWord::of).toList();
  }

  /**
   * @throws UserException if there is neither
   */
  static CsvGeometry of(String file, List<String> header, CsvColumns wanted) {
    int wkt = column(wanted.wkt(), "--wkt-field", header, WKT_WORDS);
    int lon = column(wanted.lon(), "--lon-field", header, LON_WORDS);
    int lat = column(wanted.lat(), "--lat-field", header, LAT_WORDS);
    boolean pairGiven = !wanted.lon().isEmpty() || !wanted.lat().isEmpty();
    if (wkt >= 0 && !pairGiven) {
      return new CsvGeometry(wkt, -1, -1);
    }
    if (lon >= 0 && lat >= 0 && lon != lat) {
      return new CsvGeometry(-1, lon, lat);
    }
    throw new UserException(
        ExitCode.REGISTRY_INVALID,
        "%s: no column holds a geometry, there are %s; say --wkt-field, or --lon-field and --lat-field"
            .formatted(file, Quote.list(header)));
  }

  private static int column(String wanted, String option, List<String> header, List<String> words) {
    if (!wanted.isEmpty()) {
      Optional<String> found = FieldWord.find(wanted, header);
      return header.indexOf(
          found.orElseThrow(
              () ->
                  new UserException(
                      ExitCode.USAGE,
                      "%s: there is no column '%s'; there are %s"
                          .formatted(option, wanted, Quote.list(header)))));
    }
    List<String> own = header.stream().map(FieldWord::of).toList();
    return words.stream().filter(own::contains).findFirst().map(own::indexOf).orElse(-1);
  }

  boolean holds(int column) {
    return column == wkt || column == lon || column == lat;
  }

  /** As in "geometry from …". */
  String words(List<String> header) {
    return wkt >= 0
        ? "'" + header.get(wkt) + "' as well-known text"
        : "'" + header.get(lon) + "' and '" + header.get(lat) + "' as lon and lat";
  }
}

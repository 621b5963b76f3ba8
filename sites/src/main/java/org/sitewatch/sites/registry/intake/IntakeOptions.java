package org.sitewatch.sites.registry.intake;

import java.util.Map;
import java.util.Optional;
import org.sitewatch.sites.registry.csv.CsvColumns;
import org.sitewatch.sites.registry.mapping.FieldRole;
import org.sitewatch.sites.registry.text.TextCharset;

/**
 * What a planner says about a file; all of it can be left out.
 *
 * @param fields names of fields by what they mean; the others are guessed
 * @param columns where a table has its geometry
 * @param charset of the text, whatever the file says
 * @param epsg CRS of a file that names none, 0 if it is not said
 * @param radius_m of the circle around a point that has no radius of its own; NaN: points are
 *     refused
 * @param buffer_m width of the buffer zones made where a site has none; NaN: none are made
 */
public record IntakeOptions(
    Map<FieldRole, String> fields,
    CsvColumns columns,
    LayerChoice layers,
    Optional<TextCharset> charset,
    int epsg,
    double radius_m,
    double buffer_m) {
  public static final IntakeOptions GUESSED =
      new IntakeOptions(
          Map.of(),
          CsvColumns.GUESSED,
          LayerChoice.ANY,
          Optional.empty(),
          0,
          Double.NaN,
          Double.NaN);

  public IntakeOptions {
    fields = Map.copyOf(fields);
    if (!Double.isNaN(radius_m) && !Grown.isReach(radius_m)) {
      throw new IllegalArgumentException("radius must be in (0, 50000] m, got " + radius_m);
    }
    if (!Double.isNaN(buffer_m) && !Grown.isReach(buffer_m)) {
      throw new IllegalArgumentException("buffer must be in (0, 50000] m, got " + buffer_m);
    }
  }
}

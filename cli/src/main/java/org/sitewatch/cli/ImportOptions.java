package org.sitewatch.cli;

import java.util.Locale;
import java.util.Optional;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.registry.intake.IntakeOptions;
import org.sitewatch.sites.registry.text.TextCharset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a planner says about a file that does not say it itself. */
final class ImportOptions {
  private static final double MAX_REACH_M = 50_000;

  @Mixin private LayerOptions layers;
  @Mixin private FieldOptions fields;

  @Option(
      names = "--radius-m",
      paramLabel = "METRES",
      description = "Radius of sites that are points and have none of their own.")
  private Double radius_m;

  @Option(
      names = "--buffer-m",
      paramLabel = "METRES",
      description = "Make a buffer zone of this width for sites that have none.")
  private Double buffer_m;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description =
          "Charset of Shapefile or CSV text, as windows-1251; windows-1251-mn has Ө and Ү in the"
              + " places of Є and Ї.")
  private String charset;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:CODE",
      description = "CRS of a Shapefile, GeoPackage layer or CSV that names none.")
  private String crs;

  IntakeOptions intake() {
    return new IntakeOptions(
        fields.fields(),
        fields.columns(),
        layers.choice(),
        charset(),
        epsg(),
        reach("--radius-m", radius_m),
        reach("--buffer-m", buffer_m));
  }

  private Optional<TextCharset> charset() {
    if (charset == null) {
      return Optional.empty();
    }
    Optional<TextCharset> known = TextCharset.named(charset);
    if (known.isEmpty()) {
      throw SharedOptions.usage(
          "--charset '" + charset + "' is not known; as in UTF-8, windows-1251, ibm866");
    }
    return known;
  }

  /** 0 if none is given; checked to be one that can be read. */
  private int epsg() {
    if (crs == null) {
      return 0;
    }
    String digits = crs.toUpperCase(Locale.ROOT).replaceFirst("^EPSG:", "");
    if (!digits.matches("\\d{4,6}")) {
      throw SharedOptions.usage("--crs must be as EPSG:32648, got '" + crs + "'");
    }
    return Projection.ofEpsg(Integer.parseInt(digits)).epsg();
  }

  private static double reach(String option, Double metres) {
    if (metres == null) {
      return Double.NaN;
    }
    if (!(metres > 0 && metres <= MAX_REACH_M)) {
      throw SharedOptions.usage(option + " must be over 0 and at most 50000, got " + metres);
    }
    return metres;
  }
}

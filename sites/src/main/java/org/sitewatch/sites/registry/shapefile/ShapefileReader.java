package org.sitewatch.sites.registry.shapefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.MetresGuess;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RawLayer;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryLimits;
import org.sitewatch.sites.registry.text.TextCharset;

/** A shapefile as a layer in lon/lat. */
public final class ShapefileReader {
  private final ShapefileParts parts;
  private final String file;

  private ShapefileReader(ShapefileParts parts) {
    this.parts = parts;
    this.file = parts.name() + ".shp";
  }

  /**
   * @param demanded the charset of the table, whatever the file says
   * @param epsgIfUnsaid the CRS if there is no .prj, 0 to refuse such a file
   * @throws UserException if it is damaged, or its table is missing
   */
  public static RawLayer layer(
      ShapefileParts parts, Optional<TextCharset> demanded, int epsgIfUnsaid) {
    return new ShapefileReader(parts).layer(demanded, epsgIfUnsaid);
  }

  private RawLayer layer(Optional<TextCharset> demanded, int epsgIfUnsaid) {
    var notices = new ArrayList<String>();
    Optional<byte[]> prj = parts.findPart("prj");
    int epsg = epsgIfUnsaid;
    if (prj.isPresent()) {
      PrjCrs crs = PrjCrs.of(new String(prj.get(), StandardCharsets.UTF_8));
      if (crs.epsg() == 0) {
        return RawLayer.refused(parts.name(), Code.G2, unread(crs));
      }
      epsg = crs.epsg();
      notices.add("CRS '%s' of %s read as EPSG:%d".formatted(crs.name(), file, epsg));
    }
    String tableFile = parts.name() + ".dbf";
    DbfTable table = DbfTable.of(tableFile, part("dbf"));
    List<ByteBuffer> records = ShpFile.records(file, part("shp"), parts.findPart("shx"));
    if (records.size() != table.rows()) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          "%s has %d shapes, %s has %d rows; they do not belong together, export them again"
              .formatted(file, records.size(), tableFile, table.rows()));
    }
    DbfCharset charset = DbfCharset.of(tableFile, table, parts.findPart("cpg"), demanded);
    boolean inDegrees = epsg == 0 || epsg == 4326;
    List<RawFeature> features =
        features(
            records,
            table,
            charset.charset(),
            inDegrees ? Optional.empty() : Optional.of(Projection.ofEpsg(epsg)));
    if (epsg == 0) {
      String text = "%s has no .prj, so that its CRS is unknown; it looks like %s: say --crs";
      return RawLayer.refused(
          parts.name(), Code.G2, text.formatted(file, MetresGuess.wordsFor(features)));
    }
    notices.addAll(charset.notices());
    boolean unreadable = charset.findings().stream().anyMatch(finding -> finding.isError());
    return new RawLayer(
        parts.name(), unreadable ? List.of() : features, charset.findings(), notices);
  }

  private String unread(PrjCrs crs) {
    return "%s: the CRS of its .prj, '%s', is not read: %s; save the layer as EPSG:4326"
        .formatted(file, crs.name(), crs.obstacle());
  }

  private byte[] part(String ending) {
    return parts
        .findPart(ending)
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.REGISTRY_INVALID,
                    "%s.%s is missing beside %s; bring all files of the shapefile, best as a .zip"
                        .formatted(parts.name(), ending, file)));
  }

  private List<RawFeature> features(
      List<ByteBuffer> records,
      DbfTable table,
      TextCharset charset,
      Optional<Projection> projection) {
    var features = new ArrayList<RawFeature>();
    var limits = new RegistryLimits(file);
    for (int row = 0; row < records.size(); row++) {
      if (table.isDeleted(row)) {
        continue;
      }
      var flaws = new ArrayList<Flaw>();
      Outline outline = ShpOutline.of(records.get(row), flaws);
      if (projection.isPresent()) {
        outline = outline.toLonLat(projection.get(), flaws);
      }
      limits.count(outline);
      TreeMap<String, Object> attributes = DbfRow.attributes(table, row, charset, flaws);
      features.add(RawFeature.of("shape " + (row + 1), attributes, outline, flaws));
    }
    return features;
  }
}

package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.sitewatch.sites.registry.RegistryFinding.Code;

class RegistryRepairTest {
  private static final Path PYTHON =
      RegistryFindingsTest.RESOURCES.resolve("broken-python.geojson");
  private static final Path GDAL = RegistryFindingsTest.RESOURCES.resolve("broken-gdal.gpkg");

  @TempDir Path folder;

  private static List<RegistryFinding> proposals(Path file, Code... codes) {
    return RegistryReader.read(file).findings().stream()
        .filter(one -> !one.proposal().isNone() && List.of(codes).contains(one.code()))
        .toList();
  }

  @Test
  void nothingAcceptedIsTheSameBytes() throws IOException {
    Path copy = folder.resolve("copy.geojson");
    RegistryRepair.write(PYTHON, List.of(), copy);
    assertEquals(Files.readString(PYTHON), Files.readString(copy));
  }

  @Test
  void onlyAcceptedGeometriesOfAGeoJsonChange() throws IOException {
    Path repaired = folder.resolve("repaired.geojson");
    RegistryRepair.write(PYTHON, proposals(PYTHON, Code.G1, Code.G3, Code.G4), repaired);
    var mapper = new ObjectMapper();
    JsonNode before = mapper.readTree(PYTHON.toFile()).path("features");
    JsonNode after = mapper.readTree(repaired.toFile()).path("features");
    var changed = new ArrayList<String>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        changed.add(before.get(i).path("properties").path("id").asText());
        ((ObjectNode) after.get(i)).set("geometry", before.get(i).path("geometry"));
      }
    }
    assertEquals(before, after);
    assertEquals("[a-bowtie, b-open, c-double, d-swap, e-anti, f-anti2]", changed.toString());
    assertEquals(List.of(), proposals(repaired, Code.values()));
  }

  @Test
  void textAroundAGeometryStaysAsItWasWritten() throws IOException {
    Path odd = folder.resolve("odd.geojson");
    String start =
        "\uFEFF{ \"type\":\"FeatureCollection\", \"name\":\"Шилүүс\",\n \"features\" : [ {\"properties\":"
            + " {\"id\" : 1.50, \"tags\":[1,{}]},\"type\":\"Feature\",\n\t\"geometry\" :  ";
    String swapped =
        "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[47.10,104.0,9],[47.20,104.0],[47.20,104.1],[47.10,104.0,9]]]}";
    Files.writeString(odd, start + swapped + " } ] } \n");
    RegistryRepair.write(odd, proposals(odd, Code.G3), odd);
    assertEquals(
        start
            + "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[104.0,47.10,9],[104.0,47.20],[104.1,47.20],[104.0,47.10,9]]]}"
            + " } ] } \n",
        Files.readString(odd, StandardCharsets.UTF_8));
  }

  @Test
  void aGeoPackageOfGdalKeepsItsIndexTrue() throws SQLException {
    Path repaired = folder.resolve("repaired.gpkg");
    RegistryRepair.write(GDAL, proposals(GDAL, Code.G1, Code.G3), repaired);
    SiteImport read = RegistryReader.read(repaired);
    assertEquals(List.of(), read.findings());
    assertEquals(4, read.validSites().size());
    assertEquals(
        new Envelope(104.3, 104.32, 47, 47.02),
        read.registry().getSite("d-swap").area().getEnvelopeInternal());
    try (Connection connection = GeoPackageFile.openForEditing(repaired);
        Statement query = connection.createStatement()) {
      ResultSet index =
          query.executeQuery(
              "SELECT r.minx, r.maxy FROM rtree_sites_geom r JOIN sites s ON s.fid = r.id WHERE"
                  + " s.id = 'd-swap'");
      assertTrue(index.next());
      assertEquals(104.3, index.getDouble(1), 1e-4);
      assertEquals(47.02, index.getDouble(2), 1e-4);
      assertEquals(
          "ok", query.executeQuery("PRAGMA integrity_check").getString(1), "the file is whole");
    }
  }

  @Test
  void theFormThatAPlannerDrewInComesThrough() throws SQLException, IOException {
    Path drawn = folder.resolve("drawn.gpkg");
    Files.copy(RegistryFindingsTest.RESOURCES.resolve("drawn-qgis.gpkg"), drawn);
    SiteImport read = RegistryReader.read(drawn);
    assertEquals(List.of(), read.findings());
    var site = read.registry().getSite("drawn-1");
    assertEquals("Drawn in QGIS", site.name());
    assertEquals("{sensitivity=restricted, source_date=2024-05-17}", site.attributes().toString());
    Path written = folder.resolve("written.gpkg");
    RegistryWriter.write(read.registry(), written);
    for (Path file : List.of(drawn, written)) {
      try (Connection connection = GeoPackageFile.openForEditing(file);
          Statement query = connection.createStatement()) {
        ResultSet form =
            query.executeQuery(
                "SELECT styleQML FROM layer_styles WHERE f_table_name = 'sites'"
                    + " AND f_geometry_column = 'geom' AND useAsDefault");
        assertEquals(QgisForm.qml(), form.getString(1));
        ResultSet words =
            query.executeQuery(
                "SELECT count(*) FROM gpkg_data_column_constraints WHERE constraint_name = 'zone'");
        assertEquals(3, words.getInt(1));
      }
    }
  }
}

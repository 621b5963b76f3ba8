package org.sitewatch.report.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.sitewatch.detect.Period;
import org.sitewatch.report.RunReport;
import org.sitewatch.report.run.RunFiles;

/** Runs on disk to make other forms of: features like the golden ones, changed where it matters. */
public final class TestRecords {
  /** What a registry may hold: markup, a formula, an entity of Earth, a bell, an override. */
  public static final String HOSTILE =
      "=HYPERLINK(\"http://x\")</name><script>alert('1')</script>&amp;]]>$[id]\u0007\u202Eолон\nb";

  public static final LocalDate UNTIL = LocalDate.of(2024, 5, 19);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final ObjectNode disturbances = collection();
  private final ObjectNode sites = collection();

  private TestRecords(Path folder) {
    this.folder = folder;
  }

  public static TestRecords in(Path folder) {
    return new TestRecords(folder);
  }

  /** The next by rank. Its properties, to be changed. */
  public ObjectNode disturbance(String id, String siteId, String status) {
    ObjectNode properties = add(disturbances, "disturbances.geojson", 0, id);
    properties.put("id", id).put("site_id", siteId).put("status", status);
    return properties.put("rank", disturbances.withArray("features").size());
  }

  /** Its properties, to be changed. */
  public ObjectNode site(String id, String name, String state) {
    ObjectNode properties = add(sites, "coverage.geojson", 1, id);
    return properties.put("site_id", id).put("site_name", name).put("state", state);
  }

  /** Four pictures, their bytes their names. */
  public TestRecords pictures(String disturbanceId) {
    var pictures = new TreeMap<String, String>();
    for (String shows : Evidence.KINDS) {
      String file = EvidenceFile.path(disturbanceId, "-" + shows + ".png");
      pictures.put(shows, file);
      write(file, shows.getBytes(StandardCharsets.UTF_8));
    }
    double[][] corners = {
      {102.839, 47.199}, {102.842, 47.1991}, {102.8421, 47.202}, {102.8391, 47.2019}
    };
    var shown = new Evidence.Shown("S2A_20240513", Instant.parse("2024-05-13T04:05:06Z"));
    var evidence =
        new Evidence(
            pictures, new Evidence.Frame(corners, 320, 320, 0.7, 32648), shown, shown, List.of());
    write(EvidenceFile.path(disturbanceId, ".json"), EvidenceFile.bytes(evidence));
    return this;
  }

  public RunRecords read() {
    write(RunFiles.DISTURBANCES, disturbances.toString().getBytes(StandardCharsets.UTF_8));
    write(RunFiles.COVERAGE, sites.toString().getBytes(StandardCharsets.UTF_8));
    return RunRecords.read(folder, "2024-W20", new Period(UNTIL.minusDays(7), UNTIL));
  }

  private ObjectNode add(ObjectNode collection, String golden, int feature, String id) {
    ObjectNode copy = (ObjectNode) golden(golden).path("features").get(feature).deepCopy();
    copy.put("id", id);
    collection.withArray("features").add(copy);
    return (ObjectNode) copy.get("properties");
  }

  private static JsonNode golden(String name) {
    try (InputStream in = RunReport.class.getResourceAsStream(name)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static ObjectNode collection() {
    ObjectNode collection = MAPPER.createObjectNode().put("type", "FeatureCollection");
    collection.putArray("features");
    return collection;
  }

  private void write(String file, byte[] bytes) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.write(folder.resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}

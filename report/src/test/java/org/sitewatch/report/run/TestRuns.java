package org.sitewatch.report.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitewatch.detect.Period;

/** Inputs and files of small runs. */
final class TestRuns {
  static final String HASH = "0123456789abcdef".repeat(4);

  private TestRuns() {}

  static RunInputs inputs(String id, String until, Map<String, String> settings) {
    LocalDate end = LocalDate.parse(until);
    return new RunInputs(
        new RunInfo(id, new Period(end.minusDays(7), end), "0.1.0"),
        new TreeMap<>(settings),
        HASH,
        new TreeMap<>(Map.of("simulations/2024-05-12/khar.json", HASH)),
        new TreeMap<>(),
        List.of(
            new SceneInput("s2", "scenes/s2.tif", HASH, "05.10", "-1000 by baseline", HASH),
            new SceneInput(
                "s1",
                "https://me:secret@example.org/s1.tif?sig=abc#x",
                HASH,
                "",
                "0 by flag",
                HASH)),
        List.of(
            new SiteDecision(
                "khar",
                "32648_0_0_64x64",
                List.of("s1", "s2"),
                List.of(),
                new SiteDecision.EarlierLooks(3, HASH),
                HASH)));
  }

  static RunInputs w20() {
    return inputs("2024-W20", "2024-05-19", Map.of("min_area_m2", "300"));
  }

  static RunInputs w21() {
    return inputs("2024-W21", "2024-05-26", Map.of("min_area_m2", "300"));
  }

  /** The same with other sites. */
  static RunInputs ofSites(RunInputs inputs, List<SiteDecision> sites) {
    return new RunInputs(
        inputs.run(),
        inputs.settings(),
        inputs.registrySha256(),
        inputs.floors(),
        inputs.reviews(),
        inputs.scenes(),
        sites);
  }

  static RunFiles files(String text) {
    return RunFiles.ofBytes(
        Map.of(
            "disturbances.geojson", bytes(text),
            "change/khar.tif", bytes(text + " raster"),
            "log/timings.json", bytes("never the same")));
  }

  static RunFiles state(String text) {
    return RunFiles.ofBytes(Map.of("khar.json", bytes(text)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

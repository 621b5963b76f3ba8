package org.sitewatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.report.rank.PatrolPlan;
import org.sitewatch.report.rank.RankingWeights;
import org.sitewatch.report.review.FollowUps;
import org.sitewatch.report.run.RunContent;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.RunInfo;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;

class RunReportTest {
  private static final Period PERIOD =
      new Period(TestDisturbances.UNTIL.minusDays(7), TestDisturbances.UNTIL);

  @TempDir Path workspace;

  @Test
  void orderOfSitesAndFindingsDoesNotShow() {
    RunStore store = new RunStore(workspace);
    for (int seed = 0; seed < 4; seed++) {
      store.commit(
          inputs("run" + seed),
          new RunContent(
              report(seed).files(TestFacts.of(Map.of()), Map.of()), RunFiles.ofBytes(Map.of())),
          false);
    }
    Map<String, String> first = store.getRun("run0").manifest().files();
    for (int seed = 1; seed < 4; seed++) {
      assertEquals(first, store.getRun("run" + seed).manifest().files(), "seed " + seed);
    }
  }

  @Test
  void nextRunReadsWhereADisturbanceWasFirstPublished() throws IOException {
    RunStore store = new RunStore(workspace);
    RunFiles files = report(0).files(TestFacts.of(Map.of("a-1", "2024-W18")), Map.of());
    RunDirectory run =
        store.commit(inputs("run0"), new RunContent(files, RunFiles.ofBytes(Map.of())), false);
    Map<String, String> published = PublishedDisturbances.publishedIn(run);
    assertEquals("2024-W18", published.get("a-1"));
    assertEquals("2024-W20", published.get("b-1"));
    assertEquals(6, published.size());
    Files.writeString(run.path().resolve(RunFiles.DISTURBANCES), "{\"features\": [}");
    UserException refused =
        assertThrows(UserException.class, () -> PublishedDisturbances.publishedIn(run));
    assertTrue(refused.getMessage().startsWith("runs/run0/disturbances.geojson: is no JSON"));
  }

  @Test
  void gdalOpensWhatWasWritten() throws IOException, InterruptedException {
    assumeTrue(hasOgrinfo(), "skipped: ogrinfo is not installed");
    report(0).files(TestFacts.of(Map.of()), Map.of()).writeTo(workspace);
    String disturbances = ogrinfo("disturbances.geojson");
    assertTrue(disturbances.contains("Feature Count: 6"), disturbances);
    assertTrue(disturbances.contains("Geometry: Multi Polygon"), disturbances);
    for (String field :
        List.of(
            "rank: Integer",
            "score: Real",
            "occurred_to: Date",
            "is_new: Integer(Boolean)",
            "area_m2: Real",
            "reason: String")) {
      assertTrue(disturbances.contains("\n" + field), field + " in " + disturbances);
    }
    assertTrue(ogrinfo("coverage.geojson").contains("Feature Count: 3"));
  }

  /** The run id stands in the files, so that it is the same for all. */
  private static RunReport report(int seed) {
    List<Site> sites = new ArrayList<>();
    List<SiteFindings> findings = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      sites.add(TestDisturbances.site(id, "site " + id, 2));
      findings.add(
          new SiteFindings(
              id,
              List.of(
                  TestDisturbances.one().id(id + "-1").at(id),
                  TestDisturbances.one().id(id + "-2").area_m2(500).at(id)),
              List.of(new LookOutcome.Seen("l", PERIOD.until(), "s2", 1, 1, LookShift.NONE)),
              PERIOD.until(),
              0,
              0,
              HeldBudget.NONE));
    }
    Collections.shuffle(sites, new Random(seed));
    Collections.shuffle(findings, new Random(seed + 1));
    return RunReport.of(
        "2024-W20",
        PERIOD,
        sites,
        List.of(),
        findings,
        RankingWeights.DEFAULT,
        PatrolPlan.NO_LIMIT,
        FollowUps.NONE);
  }

  private static RunInputs inputs(String id) {
    return new RunInputs(
        new RunInfo(id, PERIOD, "0.1.0"),
        new TreeMap<>(),
        "0".repeat(64),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        List.of());
  }

  private String ogrinfo(String file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("ogrinfo", "-al", "-so", workspace.resolve(file).toString())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text;
  }

  private static boolean hasOgrinfo() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(folder, "ogrinfo"))) {
        return true;
      }
    }
    return false;
  }
}

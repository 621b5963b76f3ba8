package org.sitewatch.cli.fuzz;

import static org.sitewatch.cli.fuzz.WrongValueException.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitewatch.cli.Main;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.json.AlertStateJson;
import org.sitewatch.report.review.Review;
import org.sitewatch.report.review.ReviewShelf;
import org.sitewatch.report.review.Reviews;
import org.sitewatch.report.review.intake.ReportedDisturbances;
import org.sitewatch.report.review.intake.ReviewImport;
import org.sitewatch.report.run.RunContent;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.RunInfo;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.run.SceneInput;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/** What people and earlier runs leave in a workspace: settings, verdicts, records. */
final class FieldFiles {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String RUN = "2024-W37";
  private static final TextDamage VERDICT_WORDS =
      TextDamage.of(
          "id",
          "verdict",
          "verified_by",
          "verified_on",
          "note",
          "run_id",
          "looting",
          "natural",
          "false alarm",
          "alpha-20240911-a",
          "2024-09-16",
          "16.9.2024",
          "9/16/2024",
          "sep=;",
          "=HYPERLINK(\"x\")",
          "\"\"",
          "2024-02-30",
          "0000-00-00",
          "-999999999-01-01");
  private static final TextDamage SETTINGS_WORDS =
      TextDamage.of(
          "min_pixels",
          "seed_evidence",
          "grow_evidence",
          "mask_dilation_m",
          "threads",
          "master",
          "alerts_per_week",
          "alert_budget_per_site_year",
          "=",
          ":",
          "\\u0000",
          "\\uD800",
          "\\u12",
          "\\",
          "#",
          "!",
          "true",
          "local[*]",
          "${user.home}",
          "@/etc/passwd",
          "NaN");
  private static final JsonDamage JSON = new JsonDamage(VERDICT_WORDS);

  private final Path folder;
  private final ReportedDisturbances told;
  private final byte[] manifest;
  private final byte[] reviews;

  /**
   * @param folder of its own
   */
  FieldFiles(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("settings"));
    LocalDate until = LocalDate.of(2024, 9, 15);
    var inputs =
        new RunInputs(
            new RunInfo(RUN, new Period(until.minusDays(7), until), "0.1.0"),
            new TreeMap<>(Map.of("min_pixels", "2")),
            HASH,
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(new SceneInput("s2", "s2.tif", HASH, "05.10", "-1000 by baseline", HASH)),
            List.of(
                new SiteDecision(
                    "alpha",
                    "32648_0_0_64x64",
                    List.of("s2"),
                    List.of(),
                    new SiteDecision.EarlierLooks(3, HASH),
                    HASH)));
    String disturbances =
        "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'id':"
            + "'alpha-20240911-a','site_id':'alpha','first_seen':'2024-09-11','area_m2':1999.6,"
            + "'occurred_from':'2024-09-01'},'geometry':null}]}";
    var files = RunFiles.ofBytes(Map.of("disturbances.geojson", SceneDocuments.json(disturbances)));
    var state = RunFiles.ofBytes(Map.of("alpha.json", new byte[] {'{', '}'}));
    var store = new RunStore(folder.resolve("workspace"));
    store.commit(inputs, new RunContent(files, state), false);
    told = new ReportedDisturbances(store.listRuns());
    manifest = Files.readAllBytes(manifestFile());
    Path csv = Files.writeString(folder.resolve("seed.csv"), verdicts());
    var shelf = new ReviewShelf(folder.resolve("seed"));
    var fresh = ReviewImport.of(csv, told, Reviews.NONE, TODAY).fresh();
    reviews = Files.readAllBytes(shelf.append(fresh, "seed.csv").orElseThrow());
  }

  private Path manifestFile() {
    return folder.resolve("workspace/runs").resolve(RUN).resolve("run.json");
  }

  private static String verdicts() {
    return "rank;id;site_name;run_id;verdict;verified_by;verified_on;note\n"
        + "1;alpha-20240911-a;Site alpha;2024-W37;natural;Б. Бат;16.9.2024;\"ус; \"\"цас\"\"\"\n"
        + "2;alpha-20240911-a;Site alpha;2024-W37;;;;\n";
  }

  private static byte[] state() {
    try (var in = FieldFiles.class.getResourceAsStream("/fuzz/state.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  List<FuzzTarget> targets() throws IOException {
    Path written = Seeds.root().resolve("cli/src/test/resources/review");
    List<byte[]> geoJson = Seeds.files(written, ".geojson");
    var tables = new ArrayList<String>(List.of(verdicts()));
    tables.add(new String(Seeds.files(written, ".csv").get(1), StandardCharsets.UTF_8));
    String settings = "min_pixels = 2\nseed_evidence=15\nmask_dilation_m: 30\nthreads 2\n# x\n";
    DocumentTarget.Maker verdicts =
        chance ->
            FuzzInput.of(
                chance.nextInt(3) == 0
                    ? JSON.hit(geoJson.get(0), geoJson.get(0), chance)
                    : VERDICT_WORDS.hit(PlannerFiles.pick(tables, chance), tables.get(0), chance));
    byte[] state = state();
    return List.of(
        new DocumentTarget("verdicts", verdicts, this::takesVerdicts, 1),
        new DocumentTarget("reviews", json(reviews), this::takesReviews, 1),
        new DocumentTarget("states", json(state), FieldFiles::takesState, 1),
        new DocumentTarget("manifests", json(manifest), this::takesManifest, 1),
        new DocumentTarget(
            "settings",
            chance -> FuzzInput.of(SETTINGS_WORDS.hit(settings, settings, chance)),
            this::takesSettings,
            10));
  }

  private static DocumentTarget.Maker json(byte[] document) {
    return chance ->
        chance.nextInt(50) == 0
            ? FuzzInput.told(document, true)
            : FuzzInput.of(JSON.hit(document, document, chance));
  }

  /** A verdict is on what was told, of a day that was, in words of a line; it is kept as it is. */
  private boolean takesVerdicts(FuzzInput input) throws IOException {
    Path file = Files.write(folder.resolve("verdicts.csv"), input.bytes());
    ReviewImport found = ReviewImport.of(file, told, Reviews.NONE, TODAY);
    for (Review review : found.fresh()) {
      check(review.id().equals("alpha-20240911-a"), "a verdict on " + review.id());
      check(!review.verifiedOn().isAfter(TODAY), "a verdict of " + review.verifiedOn());
      String words = review.note() + review.verifiedBy();
      check(words.chars().noneMatch(Character::isISOControl), "control characters in a verdict");
    }
    if (!found.fresh().isEmpty() && input.mark() % 4 == 0) {
      var shelf = new ReviewShelf(folder.resolve("shelf"));
      Path kept = shelf.append(found.fresh(), "verdicts.csv").orElseThrow();
      List<Review> again = shelf.files().get(0).reviews();
      Files.delete(kept);
      check(again.equals(found.fresh()), "verdicts are not read as they were written");
    }
    return !found.fresh().isEmpty();
  }

  /** As if whoever damaged it had mended its name. */
  private boolean takesReviews(FuzzInput input) throws IOException {
    Path shelf = Files.createDirectories(folder.resolve("damaged"));
    String name = "000001_2024-09-16_" + Sha256.of(input.bytes()).substring(0, 12) + ".json";
    Path file = Files.write(shelf.resolve(name), input.bytes());
    try {
      new ReviewShelf(shelf).reviews().inForce(TODAY);
    } finally {
      Files.delete(file);
    }
    return true;
  }

  private static boolean takesState(FuzzInput input) {
    String text = new String(input.bytes(), StandardCharsets.UTF_8);
    String written = AlertStateJson.toText(AlertStateJson.ofText(text, "state"));
    String again = AlertStateJson.toText(AlertStateJson.ofText(written, "state"));
    check(again.equals(written), "a state is not read as it was written");
    return true;
  }

  private boolean takesManifest(FuzzInput input) throws IOException {
    Files.write(manifestFile(), input.bytes());
    var store = new RunStore(folder.resolve("workspace"));
    boolean any = !store.listRuns().isEmpty();
    store.verify(RUN);
    return any;
  }

  /** By the door itself: all settings are known to `scan`, which then finds no registry. */
  private boolean takesSettings(FuzzInput input) throws IOException {
    Files.write(folder.resolve("settings/sitewatch.properties"), input.bytes());
    var said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    int code;
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      code = Main.execute("scan", "--week", RUN, "-w", folder.resolve("settings").toString());
    } finally {
      System.setErr(before);
    }
    String words = said.toString(StandardCharsets.UTF_8);
    if (code == 1 || words.contains("\tat ")) {
      throw new IllegalStateException(words.lines().limit(3).toList().toString());
    }
    if (code != ExitCode.REGISTRY_INVALID.code()) {
      throw new UserException(ExitCode.USAGE, words);
    }
    return true;
  }
}

package org.sitewatch.report.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.TestRecords;
import org.sitewatch.report.words.Words;
import org.sitewatch.sites.Sha256;

class SheetsReportTest {
  @TempDir Path folder;

  @Test
  void aSiteWithNothingToVisitHasNoSheet() {
    TestRecords records = TestRecords.in(folder);
    records.site("alpha", "Alpha", "seen");
    records.site("beta", "Beta", "seen");
    records.disturbance("alpha-1", "alpha", "confirmed");
    records.disturbance("beta-1", "beta", "finished");
    records.disturbance("beta-2", "beta", "dismissed");
    String html = html(records.read(), Words.ENGLISH);
    assertEquals(1, count(html, "class=\"sheet "));
    assertTrue(html.contains("sheet 1 of 1"));
    assertTrue(html.contains("Every site was seen."));
  }

  @Test
  void sitesThatWereNotSeenStandOnTheFirstPage() {
    TestRecords records = TestRecords.in(folder);
    records.site("alpha", "Alpha", "not_seen").put("last_clear", "2024-05-01");
    records.site("beta", "Beta", "seen");
    String html = html(records.read(), Words.ENGLISH);
    assertTrue(html.contains("Sites not seen in this period"));
    assertTrue(html.contains("<td>Alpha</td>") && !html.contains("<td>Beta</td>"), html);
    assertTrue(html.contains("2024-05-01, "));
    assertTrue(html.contains("nothing to visit"));
  }

  @Test
  void sheetsComeInTheOrderOfRank() {
    TestRecords records = TestRecords.in(folder);
    records.disturbance("beta-1", "beta", "confirmed").put("site_name", "Beta");
    records.disturbance("alpha-1", "alpha", "first").put("site_name", "Alpha");
    records.disturbance("beta-2", "beta", "first").put("site_name", "Beta");
    String html = html(records.read(), Words.ENGLISH);
    assertTrue(html.indexOf("<h1>Beta</h1>") < html.indexOf("<h1>Alpha</h1>"), html);
    assertEquals(1, count(html, "class=\"sheet n2\""));
  }

  @Test
  void theFootNamesTheRunAndTheHashOfTheRecord() throws IOException {
    TestRecords records = TestRecords.in(folder);
    records.disturbance("alpha-1", "alpha", "confirmed");
    RunRecords run = records.read();
    String hash = Sha256.of(folder.resolve("disturbances.geojson"));
    assertEquals(2, count(html(run, Words.ENGLISH), "SHA-256 " + hash));
  }

  @Test
  void textOfTheRegistryIsOnlyText() {
    TestRecords records = TestRecords.in(folder);
    records.site("alpha", TestRecords.HOSTILE, "failed");
    records.disturbance("alpha-1", "alpha", "confirmed").put("site_name", TestRecords.HOSTILE);
    String html = html(records.read(), Words.ENGLISH);
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("\u202E") || html.contains("\u0007"), html);
    assertTrue(html.contains("&lt;script&gt;"), html);
  }

  @Test
  void aPictureThatWasKeptIsInsideThePage() {
    TestRecords records = TestRecords.in(folder);
    records.disturbance("alpha-1", "alpha", "confirmed");
    records.disturbance("alpha-2", "alpha", "confirmed");
    records.pictures("alpha-1");
    String html = html(records.read(), Words.ENGLISH);
    assertEquals(4, count(html, "<img "));
    assertEquals(1, count(html, "No picture was kept."));
  }

  @Test
  void datesStayWholeInTextFromRightToLeft() {
    TestRecords records = TestRecords.in(folder);
    records.disturbance("alpha-1", "alpha", "confirmed");
    String html = html(records.read(), Words.of("ar"));
    assertTrue(html.contains("dir=\"rtl\""));
    assertTrue(html.contains("\u20662024-05-03\u2069"), html);
  }

  /** Chromium as the printer: one page a site up to five disturbances, more only above that. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "3, 2", "4, 2", "5, 2", "6, 3", "11, 3", "12, 4"})
  void printsOnePageASite(int disturbances, int pages) throws Exception {
    Optional<Path> chromium = chromium();
    Assumptions.assumeTrue(
        chromium.isPresent(),
        "no Chromium on the path (apt-get install chromium, or set CHROMIUM)");
    TestRecords records = TestRecords.in(folder);
    records.site("alpha", "Alpha", "seen");
    for (int i = 0; i < disturbances; i++) {
      records
          .disturbance("alpha-20240503-" + (char) ('a' + i), "alpha", "confirmed")
          .put("mgrs", "48TUT3138043537");
      records.pictures("alpha-20240503-" + (char) ('a' + i));
    }
    Path page = folder.resolve("sheets.html");
    Files.writeString(page, html(records.read(), Words.of("fr")));
    assertEquals(pages, pagesOf(print(chromium.get(), page)));
  }

  /** What is wider than its sheet makes Chromium print all sheets smaller. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"name", "id"})
  void nothingIsWiderThanThePaper(String which) throws Exception {
    Optional<Path> chromium = chromium();
    Assumptions.assumeTrue(chromium.isPresent(), "no Chromium on the path");
    String word = "W".repeat(which.equals("id") ? 200 : 10_000);
    String site = which.equals("id") ? word : "alpha";
    TestRecords records = TestRecords.in(folder);
    records.site(site, word, "not_seen");
    records.disturbance(site + "-20240503-a", site, "confirmed").put("site_name", word);
    Path page = folder.resolve("sheets.html");
    Files.writeString(page, html(records.read(), Words.ENGLISH));
    assertEquals(2, pagesOf(print(chromium.get(), page)));
    String measured =
        "<script>document.title = [...document.querySelectorAll('.cover, .sheet')]"
            + ".map((one) => one.scrollWidth <= one.clientWidth ? 'fits' : 'wide').join(' ')"
            + "</script>";
    String policy = "default-src 'none'";
    String open = Files.readString(page).replace(policy, "default-src 'unsafe-inline'");
    Files.writeString(page, open + measured);
    var process =
        new ProcessBuilder(
                chromium.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectError(folder.resolve("chromium.log").toFile())
            .start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(dom.contains("<title>fits fits</title>"), dom.substring(0, 500));
  }

  private Path print(Path chromium, Path page) throws IOException, InterruptedException {
    Path pdf = folder.resolve("sheets.pdf");
    var process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertTrue(Files.exists(pdf), () -> "Chromium printed nothing, see " + folder);
    return pdf;
  }

  private static int pagesOf(Path pdf) throws IOException {
    String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    return (int) Pattern.compile("/Type\\s*/Page[^s]").matcher(text).results().count();
  }

  private static Optional<Path> chromium() {
    String own = System.getenv("CHROMIUM");
    if (own != null) {
      return Optional.of(Path.of(own));
    }
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .flatMap(
            part ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(part).resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String html(RunRecords records, Words words) {
    byte[] bytes = SheetsReport.files(records, words).get(SheetsReport.FILE);
    assertEquals(List.of("sheets.html"), List.copyOf(SheetsReport.files(records, words).keySet()));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int count(String text, String word) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }
}

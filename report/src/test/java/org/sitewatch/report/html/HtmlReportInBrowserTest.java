package org.sitewatch.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.report.words.Words;

/** The page as a reader uses it, in a Chromium without a window. */
@Tag("slow")
class HtmlReportInBrowserTest {
  /** Under two seconds on a laptop; machines of others are slower and busier. */
  private static final long LONGEST_LOAD_MS = 15_000;

  private static final int MANY = 5000;

  @TempDir static Path shared;
  private static Chromium chromium;
  private static Path small;

  private BrowserPage page;

  @BeforeAll
  static void startChromium() throws IOException, InterruptedException {
    Optional<Path> program = Chromium.find();
    Assumptions.assumeTrue(
        program.isPresent(), "no Chromium on the path (apt-get install chromium, or set CHROMIUM)");
    small = written("small", 20, 60, 6);
    chromium = new Chromium(program.get(), Files.createDirectory(shared.resolve("profile")));
  }

  @AfterAll
  static void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() throws IOException, InterruptedException {
    page = chromium.page();
    page.resize(1440, 900);
    page.open(small, "");
  }

  @AfterEach
  void nothingWasComplainedOfOrAskedForElsewhere() {
    assertEquals(List.of(), page.complaints());
    List<String> elsewhere =
        page.requests().stream()
            .filter(url -> !url.startsWith("file:") && !url.startsWith("data:"))
            .filter(url -> !url.equals("about:blank"))
            .toList();
    assertEquals(List.of(), elsewhere);
    assertEquals(1, page.requests().stream().filter(url -> url.startsWith("file:")).count());
    page.close();
  }

  private static Path written(String name, int sites, int disturbances, int withEvidence)
      throws IOException {
    Path folder = Files.createDirectory(shared.resolve(name));
    var run = TestPages.run(folder, sites, disturbances, withEvidence);
    Path file = folder.resolve(HtmlReport.FILE);
    return Files.write(file, HtmlReport.files(run, Words.ENGLISH).get(HtmlReport.FILE));
  }

  private String text(String expression) throws IOException {
    return page.ask(expression).asText();
  }

  private String shown() throws IOException {
    return text("document.querySelector('#shown').textContent");
  }

  private String firstRow() throws IOException {
    return text("document.querySelector('#rows tr').dataset.id");
  }

  @Test
  void theFirstScreenTellsWhatWasFoundAndWhatWasNotSeen() throws IOException {
    assertEquals("6", text("document.querySelector('.tile .count').textContent"));
    String unseen = text("document.querySelector('#unseen').textContent");
    assertTrue(unseen.startsWith("8 of 20"), unseen);
    assertTrue(unseen.contains("never seen clear") && unseen.contains("40 days"), unseen);
    String failures = text("document.querySelector('#failures').textContent");
    assertTrue(failures.contains("scene.tif: cannot be read"), failures);
    String lowest =
        text("document.querySelector('.attention').getBoundingClientRect().bottom < innerHeight");
    assertEquals("true", lowest, "on the first screen");
    page.ask("document.querySelector('#unseen-days').value = '60'");
    page.ask("document.querySelector('#unseen-days').dispatchEvent(new Event('change'))");
    assertTrue(text("document.querySelector('#unseen').textContent").startsWith("4 of 20"));
  }

  @Test
  void aHostileNameIsShownAndDoesNothing() throws IOException {
    assertEquals("undefined", text("typeof hacked"));
    assertEquals(TestPages.HOSTILE, text("document.querySelector('#rows .row-link').textContent"));
    assertEquals(0, page.ask("document.querySelectorAll('img').length").asInt());
  }

  @Test
  void aNameOfPagesDoesNotPushTheListAway() throws IOException {
    page.ask("document.querySelector('#rows .row-link').textContent = 'W'.repeat(10000)");
    assertTrue(page.ask("document.querySelector('#rows tr').offsetHeight").asInt() < 100);
  }

  @Test
  void whatGetsInAllTheSameCannotRunOrCallOut() throws IOException {
    String refused = "; return 'ran'; } catch (refused) { return refused.name; } })()";
    assertEquals(
        "TypeError",
        text("(() => { try { document.body.innerHTML = '<img src=x onerror=hacked=1>'" + refused));
    assertEquals(
        "TypeError",
        text(
            "(() => { try { const s = document.createElement('script'); s.text = 'hacked = 1';"
                + " document.body.append(s)"
                + refused));
    assertEquals(
        "refused", text("fetch('https://example.org/').then(() => 'let out', () => 'refused')"));
    assertEquals("undefined", text("typeof hacked"));
    assertTrue(page.complaints().size() >= 3, page.complaints().toString());
    page.forgetComplaints();
  }

  @Test
  void theListIsSortedByAColumnAndBack() throws IOException {
    page.click("th[data-key=area] button");
    assertEquals("descending", text("document.querySelector('th[data-key=area]').ariaSort"));
    assertEquals("2,483\u00a0m²", text("document.querySelector('#rows .col-area').textContent"));
    page.click("th[data-key=area] button");
    assertEquals("300\u00a0m²", text("document.querySelector('#rows .col-area').textContent"));
    page.click("th[data-key=rank] button");
    assertEquals("1", text("document.querySelector('#rows .col-rank').textContent"));
    assertTrue(text("document.querySelector('.patrol-end').textContent").contains("patrol"));
  }

  @Test
  void theListIsFilteredByStatusZoneSiteNewAndText() throws IOException {
    assertEquals("60 of 60", shown());
    page.click("[data-status=confirmed]");
    assertEquals("12 of 60", shown());
    assertEquals("true", text("document.querySelector('[data-status=confirmed]').ariaPressed"));
    choose("zone", "buffer");
    assertEquals("3 of 60", shown());
    page.click("#clear-filter");
    choose("site", "s-00003");
    assertEquals("3 of 60", shown());
    page.click("#clear-filter");
    page.click("#fresh");
    assertEquals("6 of 60", shown());
    page.click("#clear-filter");
    page.click("#search");
    page.type("хурэн pits");
    page.await("document.querySelector('#shown').textContent === '0 of 60'");
    page.ask("document.querySelector('#search').value = ''");
    page.type("earthmoving хүрэн");
    page.await("document.querySelector('#shown').textContent === '3 of 60'");
  }

  private void choose(String select, String value) throws IOException {
    page.ask("document.querySelector('#" + select + "').value = '" + value + "'");
    page.ask("document.querySelector('#" + select + "').dispatchEvent(new Event('change'))");
  }

  @Test
  void aDetailOpensByClickByLinkAndByKeysAndGivesTheFocusBack() throws IOException {
    page.click("#rows tr:nth-child(2) .col-area");
    page.await("!document.querySelector('#detail').hidden");
    assertEquals("#s-00001-20240911-1", text("location.hash"));
    String detail = text("document.querySelector('#detail').textContent");
    for (String told :
        List.of(
            "Хүрэн хадны",
            "Rank 2",
            "30 Aug – 11 Sept 2024",
            "high – confidence 0.98",
            "47.000000, 102.110000",
            "47°00′00.0″\u00a0N 102°06′36.0″\u00a0E",
            "48TUT 31234 43210",
            "number 2.",
            "size, strength",
            "disturbed in 6 of 7")) {
      assertTrue(detail.contains(told), told + " in " + detail);
    }
    assertEquals(24, page.ask("document.querySelectorAll('#detail ol.strip li').length").asInt());
    page.press("j");
    page.await("document.querySelector('.is-selected').dataset.id === 's-00002-20240911-2'");
    page.press("Escape");
    page.await("document.querySelector('#detail').hidden");
    assertEquals("s-00002-20240911-2", text("document.activeElement.closest('tr').dataset.id"));
    page.press("ArrowDown");
    assertEquals("s-00003-20240911-3", text("document.activeElement.closest('tr').dataset.id"));
    page.open(small, "#s-00017-20240911-57");
    assertTrue(text("document.querySelector('#detail').textContent").contains("Rank 58"));
    assertTrue(text("document.querySelector('#detail').textContent").contains("No pictures"));
  }

  @Test
  void beforeAndAfterSlideAndChangeTheirColours() throws IOException {
    page.open(small, "#s-00000-20240911-0");
    page.await("document.querySelector('.compare .over').naturalWidth === 48");
    String cut = "document.querySelector('.compare').style.getPropertyValue('--cut')";
    assertEquals("50%", text(cut));
    page.ask("document.querySelector('.compare input').focus()");
    page.press("ArrowRight");
    assertEquals("51%", text(cut));
    page.click(".compare input", 0.25);
    int slid = Integer.parseInt(text(cut).replace("%", ""));
    assertTrue(slid >= 23 && slid <= 27, slid + " %");
    assertEquals(
        "inset(0px 0px 0px " + slid + "%)",
        text("getComputedStyle(document.querySelector('.compare .over')).clipPath"));
    String source = "document.querySelector('.compare .over').src";
    String natural = text(source);
    page.click("#detail .choices .toggle:nth-child(2)");
    assertNotEquals(natural, text(source));
    page.click("#detail section .choices .toggle:nth-child(2)");
    assertEquals(
        "true",
        text(
            "document.querySelector('#detail section .choices .toggle:nth-child(2)').ariaPressed"));
    assertTrue(
        text("document.querySelector('.chart .inside-line').getAttribute('d')").length() > 50);
  }

  /** Else the outline drawn over it would lie beside the object. */
  @Test
  void aPictureKeepsItsShapeInAnyWindow() throws IOException {
    for (int height : new int[] {400, 900}) {
      page.resize(1440, height);
      page.open(small, "#s-00000-20240911-0");
      String size =
          "(() => { const b = document.querySelector('.compare').getBoundingClientRect();"
              + " return b.width / b.height; })()";
      assertEquals(1, page.ask(size).asDouble(), 0.01);
    }
  }

  @Test
  void theMapShowsWhatLiesUnderThePointerAndListensToKeys() throws IOException {
    page.ask(
        "[...document.querySelectorAll('#ledger-rows .link')]"
            + ".find((link) => link.textContent === 'Site 5').click()");
    page.hoverUntil("#map", "!document.querySelector('#map-tip').hidden");
    String tip = text("document.querySelector('#map-tip').textContent");
    assertTrue(tip.contains("Site 5"), tip);
    assertEquals("3 of 60", shown());
    String picture = text("document.querySelector('#map').toDataURL()");
    page.ask("document.querySelector('#map').focus()");
    page.press("-");
    page.await("document.querySelector('#map').toDataURL() !== '" + picture + "'");
    page.click("#map");
    page.press("0");
  }

  @Test
  void aPhoneShowsAllWithoutScrollingSideways() throws IOException {
    page.resize(390, 844);
    page.open(small, "");
    String fits = "document.documentElement.scrollWidth <= 390";
    assertEquals("true", text(fits));
    choose("sort", "area");
    assertEquals("2,483\u00a0m²", text("document.querySelector('#rows .col-area').textContent"));
    page.open(small, "#s-00000-20240911-0");
    assertEquals("true", text(fits));
    assertEquals(
        "true",
        text(
            "document.querySelector('.detail-scroll').scrollWidth"
                + " <= document.querySelector('.detail-scroll').clientWidth"));
    assertEquals("390", text("document.querySelector('#detail').offsetWidth"));
    page.ask("document.documentElement.dir = 'rtl'");
    assertEquals("true", text(fits));
  }

  @Test
  void everyTextStandsOutFromItsGroundAndEveryControlHasAName() throws IOException {
    page.open(small, "#s-00000-20240911-0");
    String script =
        new String(
            HtmlReportInBrowserTest.class.getResourceAsStream("legibility.js").readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertEquals("[]", page.ask(script).toString());
  }

  @Test
  void fiveThousandDisturbancesLoadSortAndFilterWithoutChoking() throws IOException {
    Path many = written("many", 1200, MANY, 20);
    long start = System.nanoTime();
    page.open(many, "");
    long load_ms = (System.nanoTime() - start) / 1_000_000;
    assertTrue(load_ms < LONGEST_LOAD_MS, "loaded in " + load_ms + " ms");
    assertEquals("5,000 of 5,000", shown());
    assertTrue(page.ask("document.querySelectorAll('#rows tr').length").asInt() < 400);
    start = System.nanoTime();
    page.click("th[data-key=area] button");
    page.click("[data-status=first]");
    assertEquals("1,000 of 5,000", shown());
    long sort_ms = (System.nanoTime() - start) / 1_000_000;
    assertTrue(sort_ms < LONGEST_LOAD_MS / 3, "sorted and filtered in " + sort_ms + " ms");
    page.ask("location.hash = '#s-00199-20240911-4999'");
    page.await("!document.querySelector('#detail').hidden");
    assertEquals(
        "s-00199-20240911-4999", text("document.querySelector('.is-selected').dataset.id"));
    System.getLogger("browser")
        .log(System.Logger.Level.INFO, "5000: load {0} ms, sort {1} ms", load_ms, sort_ms);
  }
}

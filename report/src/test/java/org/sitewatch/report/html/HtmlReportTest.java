package org.sitewatch.report.html;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.pack.Utf8Text;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.words.Words;

class HtmlReportTest {
  @TempDir Path folder;

  private String page() throws IOException {
    return text(TestPages.run(folder, 4, 8, 2));
  }

  private static String text(RunRecords run) {
    byte[] bytes = HtmlReport.files(run, Words.ENGLISH).get(HtmlReport.FILE);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String inside(String page, String pattern) {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    assertTrue(found.find(), "no " + pattern);
    return found.group(1);
  }

  private static JsonNode data(String page) throws IOException {
    return new ObjectMapper()
        .readTree(inside(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>"));
  }

  /** Of two maps of one run the triangle must not say "confirmed" on one of them only. */
  @Test
  void statusHasTheShapeItHasOnTheOtherMaps() throws IOException {
    String page = page();
    for (StatusMark mark : StatusMark.values()) {
      assertEquals(mark.shape().svgPath(), data(page).path("marks").path(mark.label()).textValue());
      assertTrue(
          page.contains(mark.label() + ": {outline: source.marks." + mark.label()), mark.label());
    }
    assertEquals("M8.00 0.80L15.20 14.12L0.80 14.12Z", StatusMark.CONFIRMED.shape().svgPath());
  }

  @Test
  void aNameThatTriesToBreakOutIsTheSameNameInTheDataAndNowhereMarkup() throws IOException {
    String page = page();
    assertFalse(page.contains("<img"), "the name became an element");
    assertEquals(1, page.split("<!--", -1).length, "the name began a comment");
    JsonNode sites = data(page).path("sites");
    int column = 0;
    while (!sites.path("names").path(column).asText().equals("site_name")) {
      column++;
    }
    assertEquals(TestPages.HOSTILE, sites.path("rows").path(0).path(column).asText());
  }

  @Test
  void thePolicyNamesTheOneStyleAndTheOneScriptByTheirHashes() throws IOException {
    String page = page();
    String policy = inside(page, "Content-Security-Policy\" content=\"([^\"]*)\"");
    String style = inside(page, "<style>(.*?)</style>");
    String script = inside(page, "<script>(.*?)</script>");
    assertTrue(policy.startsWith("default-src 'none'; img-src data:;"), policy);
    assertTrue(policy.contains("style-src '" + PageResource.hash(style) + "';"), policy);
    assertTrue(policy.contains("script-src '" + PageResource.hash(script) + "';"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals(2, page.split("<script>", -1).length, "one script that runs");
  }

  @Test
  void nothingInItPointsToAnotherPlace() throws IOException {
    String page = page().replace("http://www.w3.org/2000/svg", "");
    for (String away : Set.of("http:", "https:", "//cdn", "src=\"", "url(", "@import")) {
      assertFalse(page.contains(away), "holds " + away);
    }
  }

  @Test
  void theSameRunIsTheSameBytes() throws IOException {
    RunRecords run = TestPages.run(folder, 4, 8, 2);
    assertArrayEquals(
        HtmlReport.files(run, Words.ENGLISH).get(HtmlReport.FILE),
        HtmlReport.files(run, Words.ENGLISH).get(HtmlReport.FILE));
  }

  @Test
  void outlinesAreStepsInMillionthsOfADegreeWithoutTheClosingCorner() throws IOException {
    assertEquals(
        "[[[101999600,46999600,800,0,0,800,-800,0]]]",
        data(page()).path("disturbance_outlines").path(0).toString());
  }

  @Test
  void theCoreIsToldWhereThereAreZonesAroundIt() throws IOException {
    String zones =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[1,2],[1.5,2],[1,3],[1,2]]]]},
         "properties":{"site_id":"s-00001","zone":"core"}},
        {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[0,9],[0,0]]]]},
         "properties":{"site_id":"s-00001","zone":"buffer"}},
        {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[0,9],[0,0]]]]},
         "properties":{"site_id":"s-00002","zone":"core"}}]}
        """;
    Files.writeString(folder.resolve(RunFiles.ZONES), zones);
    assertEquals(
        "[[],[[[1000000,2000000,500000,0,-500000,1000000]]],[],[]]",
        data(page()).path("site_cores").toString());
  }

  @Test
  void picturesThatDoNotFitAreLeftOutAndTheirLooksStay() throws IOException {
    RunRecords run = TestPages.run(folder, 4, 8, 3);
    long ofOne =
        run.disturbances().get(0).evidence().get().pictures().values().stream()
            .mapToLong(file -> run.picture(file).length)
            .sum();
    var page = new Utf8Text();
    EvidenceBlocks.append(run, ofOne + 10, page);
    String blocks = new String(page.bytes(), StandardCharsets.UTF_8);
    assertEquals(4, blocks.split("<script type", -1).length);
    assertTrue(
        inside(blocks, "id=\"evidence-0\">(.*?)</script>").contains("\"before_soil\":\"iVBOR"));
    String second = inside(blocks, "id=\"evidence-1\">(.*?)</script>");
    assertTrue(
        second.endsWith("\"png\":{}}") && second.contains("\"state\":\"disturbed\""), second);
  }

  @Test
  void aRunWithoutAnythingIsAPageToo() throws IOException {
    JsonNode data = data(text(TestPages.run(folder, 0, 0, 0)));
    assertEquals(0, data.path("sites").path("rows").size());
    assertEquals("2024-W42", data.path("run").path("id").asText());
  }

  @Test
  void theScriptAsksForNoWordThatIsNotThereAndThereIsNoneItDoesNotAskFor() {
    Set<String> there = new TreeSet<>(Words.ENGLISH.startingWith("html.").keySet());
    String all = HtmlReport.template() + HtmlReport.script();
    var asked = new TreeSet<String>();
    Matcher key = Pattern.compile("html\\.[a-z_]+(\\.[a-z_]+)*\\.?").matcher(all);
    while (key.find()) {
      asked.add(key.group());
    }
    for (String word : asked) {
      assertTrue(
          there.contains(word)
              || word.endsWith(".") && there.stream().anyMatch(k -> k.startsWith(word)),
          "no words for " + word);
    }
    there.removeIf(
        word -> asked.contains(word) || asked.contains(word.replaceFirst("[a-z_]+$", "")));
    assertEquals(Set.of(), there, "words that nobody asks for");
  }
}

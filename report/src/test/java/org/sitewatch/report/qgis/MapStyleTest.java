package org.sitewatch.report.qgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.Status;
import org.sitewatch.report.ledger.CoverageState;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlDocuments;
import org.w3c.dom.Element;

/** What QGIS makes of them is checked by scripts/check-qgis. */
class MapStyleTest {

  private static Element style(byte[] qml) {
    return XmlDocuments.parse(qml).getDocumentElement();
  }

  private static Set<String> values(Element style) {
    return XmlDocuments.elements(style, "category").stream()
        .map(category -> category.getAttribute("value"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyStatusAndEveryStateIsACategory() {
    assertEquals(
        Arrays.stream(Status.values()).map(Status::label).collect(Collectors.toSet()),
        values(style(MapStyle.disturbances(Words.ENGLISH))));
    assertEquals(
        Arrays.stream(CoverageState.values()).map(CoverageState::label).collect(Collectors.toSet()),
        values(style(MapStyle.coverage(Words.ENGLISH))));
  }

  @Test
  void categoriesHaveTheirSymbolAndOurWordsInEveryLanguage() {
    for (String language : Words.LANGUAGES) {
      Words words = Words.of(language);
      for (byte[] qml : List.of(MapStyle.disturbances(words), MapStyle.coverage(words))) {
        Element style = style(qml);
        Set<String> symbols = new HashSet<>();
        XmlDocuments.elements(style, "symbol")
            .forEach(one -> symbols.add(one.getAttribute("name")));
        for (Element category : XmlDocuments.elements(style, "category")) {
          assertTrue(symbols.contains(category.getAttribute("symbol")), category.toString());
        }
      }
      Element first = XmlDocuments.elements(style(MapStyle.disturbances(words)), "category").get(0);
      assertEquals(words.text("status.confirmed"), first.getAttribute("label"));
    }
  }

  @Test
  void wordsWithAnApostropheStayOneText() {
    assertEquals("'l''été \\\\ n'", LabelXml.quoted("l'été \\ n"));
  }

  @Test
  void theStylesStandBesideTheirLayers() {
    assertEquals(
        List.of("coverage.qml", "disturbances.qml"),
        List.copyOf(QgisStyles.files(Words.ENGLISH).keySet()));
  }
}

package org.sitewatch.report.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.GeometryFactory;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.report.words.Words;

class ToldReasonTest {
  private static DisturbanceRecord disturbance(String status) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.put("reason", "The sentence of the record.").put("status", status);
    properties.put("area_m2", 1999.6).put("zone", "core").put("looks_disturbed", 1);
    properties.put("looks_clear", 2).put("occurred_to", "2024-09-11").putNull("occurred_from");
    properties.put("last_seen", "2024-09-11").put("history", "short").put("history_looks", 4);
    properties.put("method", "short").put("regional", true).put("control", "ring");
    properties.putNull("verdict").put("authorised", true);
    return new DisturbanceRecord(
        new GeometryFactory().createMultiPolygon(), properties, Optional.empty());
  }

  private static SiteRecord site(String state, String looks, int failed) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.put("state", state).put("why_not", "The record's.").put("looks", looks);
    properties.put("looks_failed", failed);
    return new SiteRecord(new GeometryFactory().createMultiPolygon(), properties);
  }

  @Test
  void englishIsTheSentenceOfTheRecord() {
    assertEquals("The sentence of the record.", ToldReason.of(disturbance("first"), Words.ENGLISH));
    assertEquals("The record's.", ToldWhyNot.of(site("no_scene", "", 0), Words.ENGLISH));
  }

  @Test
  void anotherLanguagePutsTheSameFactsInARow() {
    assertEquals(
        "Possible : changement du sol, 2000 m², zone centrale; vu sur 1 des 2 images claires depuis"
            + " le 2024-09-11; vu une seule fois : un effet passager reste possible; aucune image"
            + " claire plus ancienne : aucune date connue avant le 2024-09-11; historique court,"
            + " images antérieures : 4; provisoire au plus, le budget de fausses alertes n’est pas"
            + " tenu; le sol autour du site a changé de même : peut-être la saison; travaux"
            + " autorisés.",
        ToldReason.of(disturbance("first"), Words.of("fr")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "es", "fr", "mn"})
  void noLanguageLeavesAGapOrTheSentenceOfTheRecord(String language) {
    Words words = Words.of(language);
    for (String status : "first provisional confirmed finished dismissed verified".split(" ")) {
      String told = ToldReason.of(disturbance(status), words);
      assertFalse(told.contains("{") || told.contains("record"), told);
      assertTrue(told.contains("2000") && told.contains("2024-09-11"), told);
    }
  }

  @Test
  void causesAreCountedOutOfTheLooks() {
    assertEquals(
        "Non vu : nuages (2), trop peu de sol clair (1). Cela ne dit rien d’un changement.",
        ToldWhyNot.of(
            site(
                "not_seen",
                "2024-10-04:cloud s2;2024-10-09:too little clear ground s2;2024-10-14:cloud s2",
                0),
            Words.of("fr")));
    assertEquals(
        "Aucune scène de la période ne touche le site : il n’a pas été regardé.",
        ToldWhyNot.of(site("no_scene", "", 0), Words.of("fr")));
  }

  @Test
  void whatAProgramSaidOfABrokenFileStaysAsItIs() {
    assertEquals(
        "Images illisibles : 1. The record's.", ToldWhyNot.of(site("seen", "", 1), Words.of("fr")));
    assertEquals(
        "Lecture impossible. The record's.", ToldWhyNot.of(site("failed", "", 1), Words.of("fr")));
  }
}

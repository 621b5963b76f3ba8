package org.sitewatch.sites.registry.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RawFeature;

class FieldGuessTest {
  /** One feature: {@code field=value|field=value}. */
  private static RawFeature feature(String fields) {
    var properties = new TreeMap<String, Object>();
    for (String field : fields.split("\\|")) {
      properties.put(field.split("=")[0], field.split("=")[1]);
    }
    return RawFeature.of("row", properties, Outline.NONE, List.of());
  }

  private static FieldMapping guess(String fields) {
    return FieldGuess.of(List.of(feature(fields)), Map.of(), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "EAMENA ID=E-1|Resource Name=Tell;EAMENA ID|Resource Name",
        "EAMENA_ID=E-1|Resource_N=Tell;EAMENA_ID|Resource_N",
        "resourceinstanceid=u|displayname=Tell;resourceinstanceid|displayname",
        "Numéro=1|Nom du site=Tell;Numéro|Nom du site",
        "ИД=1|Наименование=Курган|код=2;ИД|Наименование",
        "Дурсгалын дугаар=1|Дурсгалын нэр=Хөшөө;Дурсгалын дугаар|Дурсгалын нэр",
        "Código=1|Denominación=Cerro;Código|Denominación",
        "наиме=Курган|Код=1;Код|наиме",
        "OBJECTID=1|FID=2|fid=3|Name=x;|Name",
        "Дурсг=1|x=2;|"
      })
  void fieldsOfManyLanguagesAreGuessed(String fields, String expected) {
    FieldMapping mapping = guess(fields);
    assertEquals(
        expected == null ? "|" : expected,
        mapping.field(FieldRole.ID).orElse("") + "|" + mapping.field(FieldRole.NAME).orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Zona=Zona núcleo;core",
        "Type de zone=Zone tampon;buffer",
        "Зона=Охранная зона;buffer",
        "Бүс=Хамгаалалтын бүс;buffer",
        "zone type=Core;core",
        "Zonage=Zone d'influence;setting",
        "zone=Sector 7;Sector 7"
      })
  void zonesAreTranslated(String fields, String zone) {
    RawFeature feature = feature("id=1|" + fields);
    FieldMapping mapping = FieldGuess.of(List.of(feature), Map.of(), false);
    assertEquals(zone, mapping.applied(feature).properties().get("zone"));
  }

  @Test
  void guessesWhoseValuesDoNotFitAreNotTakenAndSo() {
    FieldMapping mapping = guess("id=1|Priorité=haute|Rayon=grand|Zona=Distrito 3");
    assertEquals(1, mapping.sources().size());
    assertEquals(3, mapping.notices().size());
    assertTrue(
        mapping
            .notices()
            .contains(
                "field 'Priorité' is not taken for the priority: it holds 'haute';"
                    + " --priority-field 'Priorité' takes it all the same"),
        mapping.notices().toString());
  }

  @Test
  void theFeaturesOwnIdIsTakenLastAndRowNumbersNever() {
    assertEquals("Code", guess("feature_id=way/7|Code=1").field(FieldRole.ID).orElseThrow());
    FieldMapping own = guess("feature_id=way/7|x=1");
    assertEquals(
        "{id=way/7, x=1}", own.applied(feature("feature_id=way/7|x=1")).properties().toString());
    FieldMapping row = guess("feature_id=0|x=1");
    assertTrue(row.field(FieldRole.ID).isEmpty());
    assertEquals("{x=1}", row.applied(feature("feature_id=0|x=1")).properties().toString());
  }

  @Test
  void whatIsGivenWinsAndTheFilesOwnFieldIsKept() {
    RawFeature feature = feature("id=7|Code=A|note=x");
    FieldMapping mapping = FieldGuess.of(List.of(feature), Map.of(FieldRole.ID, "code"), false);
    assertEquals("{id=A, id_in_file=7, note=x}", mapping.applied(feature).properties().toString());
    assertEquals(
        "id ← 'Code', name ← none, priority ← none, designation ← none, zone ← none,"
            + " radius ← none",
        mapping.words());
  }

  @Test
  void noneIsNoField() {
    RawFeature feature = feature("id=7|zone=Sector 7");
    FieldMapping mapping =
        FieldGuess.of(List.of(feature), Map.of(FieldRole.ZONE, FieldGuess.NONE), false);
    assertEquals("{id=7, zone_in_file=Sector 7}", mapping.applied(feature).properties().toString());
  }

  @Test
  void aFieldThatIsNotThereIsAUsageErrorThatListsAll() {
    var refusal =
        assertThrows(
            UserException.class,
            () -> FieldGuess.of(List.of(feature("a=1|b=2")), Map.of(FieldRole.NAME, "c"), false));
    assertEquals(ExitCode.USAGE, refusal.exitCode());
    assertEquals("--name-field: there is no field 'c'; there are a, b", refusal.getMessage());
  }

  @Test
  void namesServeAsIdsOnlyWhereNotAllHaveOne() {
    var features = new ArrayList<RawFeature>(List.of(feature("name=a|Code=1"), feature("name=b")));
    assertTrue(FieldGuess.of(features, Map.of(), true).idIsName());
    assertEquals(
        "Code", FieldGuess.of(features, Map.of(), false).field(FieldRole.ID).orElseThrow());
  }
}

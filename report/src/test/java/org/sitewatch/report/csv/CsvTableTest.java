package org.sitewatch.report.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "plain, plain",
        "=1+1, '=1+1",
        "+49, '+49",
        "-cmd, '-cmd",
        "@sum, '@sum",
        "＝1, '＝1",
        "`a,b`, `\"a,b\"`",
        "say \"hi\", `\"say \"\"hi\"\"\"`",
        "`=\"a\",1`, `\"'=\"\"a\"\",1\"`",
        "` padded`, `\" padded\"`",
      })
  void textIsQuotedAndNeverAFormula(String value, String field) {
    assertEquals(field, CsvTable.ofText(value));
  }

  @Test
  void lineEndsStayInsideTheirField() {
    assertEquals("\"a\r\nb\"", CsvTable.ofText("a\r\nb"));
    assertEquals("'\t=1", CsvTable.ofText("\t=1"));
  }

  @Test
  void linesEndAsTheStandardSays() {
    var table = new CsvTable(List.of("name", "delta"));
    table.row(List.of(CsvTable.ofText("Шар"), "-0.5"));
    assertEquals("name,delta\r\nШар,-0.5\r\n", new String(table.bytes(), StandardCharsets.UTF_8));
    assertThrows(IllegalArgumentException.class, () -> table.row(List.of("one")));
  }
}

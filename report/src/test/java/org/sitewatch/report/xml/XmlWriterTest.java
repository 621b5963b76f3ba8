package org.sitewatch.report.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.report.records.TestRecords;
import org.w3c.dom.Element;

class XmlWriterTest {

  @Test
  void aDocumentIsIndentedByASpaceALevel() {
    byte[] xml =
        new XmlWriter().open("a", "b", "1 < \"2\"").text("c", "d").empty("e").close().bytes();
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="1 &lt; &quot;2&quot;">
         <c>d</c>
         <e/>
        </a>
        """,
        new String(xml, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {TestRecords.HOSTILE, "a\tb\r\nc ' \" <!-- --> <![CDATA[x]]>", "𐎀 é"})
  void textComesBackAsItWasButForWhatXmlCannotCarry(String text) {
    byte[] xml = new XmlWriter().open("a", "b", text).text("c", text).close().bytes();
    Element root = XmlDocuments.parse(xml).getDocumentElement();
    String expected = text.replace('\u0007', '\uFFFD');
    assertEquals(expected, root.getAttribute("b"));
    assertEquals(expected, root.getElementsByTagName("c").item(0).getTextContent());
    assertEquals(1, root.getElementsByTagName("*").getLength());
  }

  @Test
  void halvesOfPairsAndNonCharactersAreReplaced() {
    String text = XmlWriter.escaped("a\uD800b\uFFFEc\u0000d\u0085");
    assertEquals("a\uFFFDb\uFFFDc\uFFFDd\uFFFD", text);
    assertFalse(text.contains("\uD800"));
  }

  @Test
  void anElementLeftOpenIsABug() {
    assertThrows(IllegalStateException.class, () -> new XmlWriter().open("a").bytes());
  }
}

package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared to the XML parser, which a declaration in front of the same text calls for. */
class PlainMetadataTest {

  private static void checkSameAsXmlParser(String xml) throws TiffException {
    assertTrue(PlainMetadata.items(xml).isPresent(), xml);
    var plain = GdalMetadata.parse(xml, "a.tif");
    var parsed = GdalMetadata.parse("<?xml version=\"1.0\"?>" + xml, "a.tif");
    assertEquals(parsed.items(), plain.items());
    for (int band = 0; band < 3; band++) {
      assertEquals(parsed.scale(band), plain.scale(band));
      assertEquals(parsed.offset(band), plain.offset(band));
      assertEquals(parsed.isScaled(band), plain.isScaled(band));
      assertEquals(parsed.description(band), plain.description(band));
    }
  }

  @Test
  void whatWeWriteIsReadAsTheXmlParserReadsIt() throws TiffException {
    var items = new TreeMap<String, String>();
    items.put("SCENE", "S2A <x> & \"y\" &amp; ]]");
    items.put("EMPTY", "");
    items.put("LINES", "a\n\tb");
    var names = List.of("red", "<nir> & \"more\"");
    checkSameAsXmlParser(new GdalMetadataWriter(items, names, 2, 1e-4, -0.1).xml());
  }

  @Test
  void whatGdalWritesIsReadAsTheXmlParserReadsIt() throws TiffException {
    checkSameAsXmlParser(
        """
        <GDALMetadata>
          <Item name="DESCRIPTION" sample="0" role="description">near infrared</Item>
          <Item name="OVR_RESAMPLING_ALG" domain="IMAGE">NEAREST</Item>
          <Item name="SCALE" sample="1" role="scale">0.0001</Item>
          <Item name="UNITTYPE" sample="1" role="unittype">m&amp;apos;</Item>
          <Item name="TIFFTAG" domain="">a&apos;b&quot;</Item>
        </GDALMetadata>
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<GDALMetadata>\n</GDALMetadata>",
        "<GDALMetadata>\n</GDALMetadata>\n ",
        "<GDALMetadata>\r\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\">1</Item></GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name='A'>1</Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\" name=\"B\">1</Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"a&amp;b\">1</Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"a<b\">1</Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\">&#65;</Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\">a & b</Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\">]]></Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\"><b/></Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\"/>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\">é</Item>\n</GDALMetadata>\n",
        "<GDALMetadata>\n  <Item name=\"A\n</GDALMetadata>\n",
      })
  void anyOtherFormIsLeftToTheXmlParser(String xml) {
    assertTrue(PlainMetadata.items(xml).isEmpty(), xml);
  }

  @Test
  void scaleThatIsNoNumberIsRefused() {
    String xml =
        "<GDALMetadata>\n  <Item name=\"S\" sample=\"0\" role=\"scale\">x</Item>\n</GDALMetadata>\n";
    assertThrows(TiffException.class, () -> GdalMetadata.parse(xml, "a.tif"));
  }
}

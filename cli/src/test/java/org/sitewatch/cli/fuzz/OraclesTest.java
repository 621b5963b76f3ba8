package org.sitewatch.cli.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.SiteImport;

/** What must hold of what is taken: wrong values are found, and right ones are let pass. */
class OraclesTest {
  private static final int SIDE = 16;
  private static final String PARTS =
      "MULTIPOLYGON (((10 10, 10 20, 20 20, 20 10, 10 10)), ((15 12, 15 18, 30 17, 15 12)))";

  private static void check(String file, String taken) {
    var polygon = (Polygon) geometry(taken);
    var outline = new GeometryFactory().createMultiPolygon(new Polygon[] {polygon});
    var site =
        new Site("a", "a", Map.of(Zone.CORE, outline), Site.DEFAULT_PRIORITY, "", new TreeMap<>());
    var found = new SiteImport(List.of(site), List.of());
    SitesOracle.checkVerticesInText(found, file.getBytes(StandardCharsets.UTF_8));
    var doubles = new ByteArrayOutputStream();
    for (var at : geometry(file).getCoordinates()) {
      var pair = ByteBuffer.allocate(16).putDouble(at.x).putDouble(at.y);
      doubles.writeBytes(pair.array());
    }
    SitesOracle.checkVerticesInBytes(found, doubles.toByteArray());
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private static void checkFound(String file, String taken) {
    assertThrows(WrongValueException.class, () -> check(file, taken), taken);
  }

  private static String united(String crossing) {
    return "POLYGON ((10 10, 10 20, 20 20, 20 17.666666667, 30 17, %s, 20 10, 10 10))"
        .formatted(crossing);
  }

  @Test
  void partsThatOverlapMeetInNewVertices() {
    check(PARTS, united("20 13.666666667"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20 13.666666677", // on one of the edges only
        "20 13.7",
        "20.00000001 13.666666667",
        "20.3 13.766666667", // on the other
        "19.7 13.5",
      })
  void aVertexWhereNoEdgesMeetIsFound(String vertex) {
    checkFound(PARTS, united(vertex));
  }

  @Test
  void aVertexWithinAnEdgeIsFound() {
    String square = "POLYGON ((10 10, 10 20, 20 20, 20 10, 10 10))";
    check(square, square);
    checkFound(square, "POLYGON ((10 10, 10 15, 10 20, 20 20, 20 10, 10 10))");
  }

  /** Where two edges meet, but of which another piece is gone: the corner was cut off. */
  @Test
  void aCornerThatIsCutOffIsFound() {
    String square = "POLYGON ((10 10, 10 20, 20 20, 20 10, 10 10))";
    checkFound(square, "POLYGON ((10 10, 10 20, 19 20, 20 19, 20 10, 10 10))");
  }

  /** A stream that says that another block follows, which does not; then the sum. */
  private static byte[] withoutEnd() {
    var plain = new byte[SIDE * SIDE];
    new Random(3).nextBytes(plain);
    var deflater = new Deflater(6);
    deflater.setInput(plain);
    var packed = new byte[3 * plain.length];
    int count = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
    deflater.end();
    var adler = new Adler32();
    adler.update(plain);
    ByteBuffer.wrap(packed).putInt(count, (int) adler.getValue());
    return Arrays.copyOf(packed, count + Integer.BYTES);
  }

  private static PlainTiff tiff(byte[] packed) {
    var form = new TiffForm();
    int[] shorts = {256, SIDE, 257, SIDE, 258, 8, 259, 8, 277, 1, 278, SIDE};
    for (int i = 0; i < shorts.length; i += 2) {
      form.tags.add(new TiffForm.Tag(shorts[i], TiffForm.SHORT, shorts[i + 1]));
    }
    form.blocks.add(packed);
    form.place(273, 279);
    return PlainTiff.of(form.bytes()).orElseThrow();
  }

  @Test
  void aLostEndOfAStreamIsLetPassOnlyWhereTheSumFits() throws PlainTiff.DamagedException {
    byte[] packed = withoutEnd();
    int first = new Random(3).ints(1).findFirst().orElseThrow() & 0xff;
    assertEquals(first, tiff(packed).pixel(0, 0, 0).orElseThrow());
    for (int at : new int[] {packed.length - 1, packed.length - 4, 40}) {
      byte[] damaged = packed.clone();
      damaged[at] ^= 1;
      PlainTiff other = tiff(damaged);
      assertThrows(PlainTiff.DamagedException.class, () -> other.pixel(0, 0, 0), "at " + at);
    }
    byte[] cut = Arrays.copyOf(packed, packed.length - Integer.BYTES);
    PlainTiff other = tiff(cut);
    assertThrows(PlainTiff.DamagedException.class, () -> other.pixel(0, 0, 0));
  }
}

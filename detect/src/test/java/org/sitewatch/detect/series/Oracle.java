package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Arrays made by scripts/bench/oracles_evidence.py: NumPy's own format, float32, C order. */
final class Oracle {
  private Oracle() {}

  static float[] read(String name) {
    try (var in = Oracle.class.getResourceAsStream("oracle-evidence/" + name + ".npy")) {
      var bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      int header = bytes.getShort(8);
      String text = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
      if (!text.contains("'<f4'") || !text.contains("'fortran_order': False")) {
        throw new IllegalStateException(name + ": " + text);
      }
      var values = new float[(bytes.capacity() - 10 - header) / 4];
      bytes.position(10 + header);
      bytes.asFloatBuffer().get(values);
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As [look][band][pixel]. */
  static float[][][] cube(String name, int looks, int bands) {
    float[] values = read(name);
    int pixels = values.length / looks / bands;
    var cube = new float[looks][bands][pixels];
    for (int i = 0; i < values.length; i++) {
      cube[i / pixels / bands][i / pixels % bands][i % pixels] = values[i];
    }
    return cube;
  }

  /** As [look][pixel]. */
  static float[][] planes(String name, int looks) {
    float[][][] cube = cube(name, looks, 1);
    var planes = new float[looks][];
    for (int look = 0; look < looks; look++) {
      planes[look] = cube[look][0];
    }
    return planes;
  }

  /** Compares where {@code where} says so, and that this is somewhere. */
  static void assertAlike(float[] expected, float[] actual, boolean[] where, double tolerance) {
    int compared = 0;
    for (int i = 0; i < expected.length; i++) {
      if (where[i]) {
        int pixel = i;
        assertEquals(expected[i], actual[i], tolerance, () -> "pixel " + pixel);
        compared++;
      }
    }
    assertEquals(true, compared > 20, "compared " + compared);
  }
}

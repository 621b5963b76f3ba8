package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTableTest {

  /** More calibrations than are kept, each asked for twice. */
  @ParameterizedTest
  @EnumSource(names = {"U8", "I8", "U16", "I16"})
  void everyCodeIsWorkedOutToTheLastBitUnderAnyNumberOfCalibrations(SampleType type) {
    for (int round = 0; round < 40; round++) {
      double scale = 1e-4 * (1 + round % 20);
      double offset = -0.1 * (round % 3);
      double nodata = round % 4 == 0 ? Double.NaN : round % 4 == 1 ? -1 : round;
      float[] table = CodeTable.of(type, scale, offset, nodata);
      assertEquals(1 << 8 * type.bytes(), table.length);
      for (int bits = 0; bits < table.length; bits++) {
        int code = code(type, bits);
        float expected = code == nodata ? Float.NaN : (float) (code * scale + offset);
        if (Float.compare(expected, table[bits]) != 0) {
          assertEquals(expected, table[bits], type + " code " + code + ", round " + round);
        }
      }
    }
  }

  private static int code(SampleType type, int bits) {
    return switch (type) {
      case U8, U16 -> bits;
      case I8 -> bits < 128 ? bits : bits - 256;
      default -> bits < 32768 ? bits : bits - 65536;
    };
  }
}

package org.sitewatch.ingest;

import java.util.function.IntFunction;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;

/** A mask of one band whose codes, or whose bits, each have a meaning: a table, made once. */
final class CodeList implements MaskLayer.Decoder {
  private final byte[] stateOfCode;
  private final IntFunction<PixelState> meaning;

  /**
   * @param size codes from 0 on that stand in the table; others are asked one by one
   */
  CodeList(int size, IntFunction<PixelState> meaning) {
    this.meaning = meaning;
    stateOfCode = new byte[size];
    for (int code = 0; code < size; code++) {
      stateOfCode[code] = meaning.apply(code).code();
    }
  }

  PixelState stateOf(int code) {
    return meaning.apply(code);
  }

  @Override
  public byte[] states(Samples codes) {
    byte[] states = new byte[codes.width() * codes.height()];
    if (codes.type() == SampleType.U8) {
      byte[] plane = codes.bytes(0);
      for (int i = 0; i < states.length; i++) {
        states[i] = stateOfCode[plane[i] & 0xff];
      }
    } else if (codes.type() == SampleType.U16) {
      short[] plane = codes.shorts(0);
      for (int i = 0; i < states.length; i++) {
        states[i] = state(plane[i] & 0xffff);
      }
    } else {
      for (int row = 0, i = 0; row < codes.height(); row++) {
        for (int column = 0; column < codes.width(); column++, i++) {
          states[i] = state((int) codes.value(0, column, row));
        }
      }
    }
    return states;
  }

  private byte state(int code) {
    if (code < 0) {
      return PixelState.OUTSIDE.code();
    }
    return code < stateOfCode.length ? stateOfCode[code] : meaning.apply(code).code();
  }
}

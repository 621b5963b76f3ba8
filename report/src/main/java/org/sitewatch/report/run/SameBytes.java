package org.sitewatch.report.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Compares what is written with what is there, as it comes. */
final class SameBytes extends OutputStream {
  private final byte[] expected;
  private int at;
  private boolean same = true;

  private SameBytes(byte[] expected) {
    this.expected = expected;
  }

  /** Writes something anew. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static boolean are(byte[] expected, Content content) {
    var out = new SameBytes(expected);
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return out.same && out.at == expected.length;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    same =
        same
            && count <= expected.length - at
            && Arrays.equals(bytes, from, from + count, expected, at, at + count);
    at += same ? count : 0;
  }
}

package org.sitewatch.detect.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An array as numpy saves it: C order, float32, float64 or bool. Just enough for the oracles. */
final class NpyFile {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '(.*?)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\)");

  private final String type;
  private final int[] shape;
  private final ByteBuffer data;

  private NpyFile(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = buffer.getShort(8);
    Matcher header = HEADER.matcher(new String(bytes, 10, length, StandardCharsets.US_ASCII));
    if (!header.find()) {
      throw new IllegalArgumentException("no array of numpy");
    }
    type = header.group(1);
    shape = Arrays.stream(header.group(2).split(",\\s*")).mapToInt(Integer::parseInt).toArray();
    data = buffer.position(10 + length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** One of the small files beside the tests; scripts/bench/oracles.py makes them. */
  static NpyFile oracle(String name) {
    try (var stream = NpyFile.class.getResourceAsStream("oracle/" + name + ".npy")) {
      return new NpyFile(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static NpyFile read(Path file) {
    try {
      return new NpyFile(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size(int axis) {
    return shape[axis];
  }

  /** Elements behind one index of the first axes. */
  int sizeBehind(int axes) {
    return Arrays.stream(shape).skip(axes).reduce(1, (a, b) -> a * b);
  }

  double at(int index) {
    return switch (type) {
      case "<f4" -> data.getFloat(4 * index);
      case "<f8" -> data.getDouble(8 * index);
      case "|b1" -> data.get(index);
      default -> throw new IllegalArgumentException("type " + type);
    };
  }

  double[] doubles() {
    var values = new double[sizeBehind(0)];
    Arrays.setAll(values, this::at);
    return values;
  }

  float[] floats(int start, int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) at(start + i);
    }
    return values;
  }

  boolean[] flags(int start, int count) {
    var values = new boolean[count];
    for (int i = 0; i < count; i++) {
      values[i] = at(start + i) != 0;
    }
    return values;
  }

  /** {@code [first axis][rest]}. */
  float[][] planes() {
    var planes = new float[shape[0]][];
    Arrays.setAll(planes, i -> floats(i * sizeBehind(1), sizeBehind(1)));
    return planes;
  }

  /** {@code [first axis][second axis][rest]}. */
  float[][][] cube() {
    var cube = new float[shape[0]][shape[1]][];
    for (int i = 0; i < shape[0]; i++) {
      for (int k = 0; k < shape[1]; k++) {
        cube[i][k] = floats((i * shape[1] + k) * sizeBehind(2), sizeBehind(2));
      }
    }
    return cube;
  }

  /** {@code [first axis][rest]}. */
  boolean[][] masks() {
    var masks = new boolean[shape[0]][];
    Arrays.setAll(masks, i -> flags(i * sizeBehind(1), sizeBehind(1)));
    return masks;
  }
}

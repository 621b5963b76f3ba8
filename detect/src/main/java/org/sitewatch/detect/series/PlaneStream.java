package org.sitewatch.detect.series;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Planes and numbers in a stream, big-endian, bit by bit as they are in memory. */
final class PlaneStream {
  /**
   * No window has more pixels, no model more planes in a row: a broken file must not eat memory.
   */
  private static final int MOST_PIXELS = 2048 * 2048;

  private static final int MOST_PLANES = 4096;

  private PlaneStream() {}

  static void write(DataOutputStream out, float[] plane) throws IOException {
    out.writeInt(plane.length);
    var bytes = ByteBuffer.allocate(plane.length * Float.BYTES);
    bytes.asFloatBuffer().put(plane);
    out.write(bytes.array());
  }

  static float[] readPlane(DataInputStream in) throws IOException {
    var plane = new float[length(in, MOST_PIXELS)];
    byte[] bytes = in.readNBytes(plane.length * Float.BYTES);
    if (bytes.length < plane.length * Float.BYTES) {
      throw new IOException("ends in the middle of a plane");
    }
    ByteBuffer.wrap(bytes).asFloatBuffer().get(plane);
    return plane;
  }

  static void write(DataOutputStream out, float[][] planes) throws IOException {
    out.writeInt(planes.length);
    for (float[] plane : planes) {
      write(out, plane);
    }
  }

  static float[][] readPlanes(DataInputStream in) throws IOException {
    var planes = new float[length(in, MOST_PLANES)][];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = readPlane(in);
    }
    return planes;
  }

  static void write(DataOutputStream out, float[][][] cube) throws IOException {
    out.writeInt(cube.length);
    for (float[][] planes : cube) {
      write(out, planes);
    }
  }

  static float[][][] readCube(DataInputStream in) throws IOException {
    var cube = new float[length(in, MOST_PLANES)][][];
    for (int i = 0; i < cube.length; i++) {
      cube[i] = readPlanes(in);
    }
    return cube;
  }

  static void write(DataOutputStream out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  static double[] readNumbers(DataInputStream in) throws IOException {
    var numbers = new double[length(in, MOST_PLANES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }

  static void write(DataOutputStream out, int[] numbers) throws IOException {
    out.writeInt(numbers.length);
    var bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    bytes.asIntBuffer().put(numbers);
    out.write(bytes.array());
  }

  static int[] readIntegers(DataInputStream in) throws IOException {
    var numbers = new int[length(in, MOST_PIXELS)];
    byte[] bytes = in.readNBytes(numbers.length * Integer.BYTES);
    if (bytes.length < numbers.length * Integer.BYTES) {
      throw new IOException("ends in the middle of a plane");
    }
    ByteBuffer.wrap(bytes).asIntBuffer().get(numbers);
    return numbers;
  }

  private static int length(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("promises " + length + " numbers, at most " + most + " can be");
    }
    return length;
  }
}

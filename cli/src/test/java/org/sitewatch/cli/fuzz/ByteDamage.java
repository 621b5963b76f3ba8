package org.sitewatch.cli.fuzz;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damage that knows nothing of what it damages. */
final class ByteDamage {
  private static final long[] ODD = {
    0,
    1,
    2,
    7,
    8,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    1 << 20,
    1 << 28,
    Integer.MAX_VALUE,
    1L << 31,
    0xffffffffL,
    1L << 32,
    1L << 62,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1
  };

  private ByteDamage() {}

  /** A number that programs stumble over. */
  static long oddNumber(SplittableRandom chance) {
    long odd = ODD[chance.nextInt(ODD.length)];
    return chance.nextInt(4) == 0 ? odd + chance.nextInt(-3, 4) : odd;
  }

  static double oddDouble(SplittableRandom chance) {
    double[] odd = {
      0,
      -0.0,
      1e-320,
      1e-12,
      1e12,
      1e300,
      -1e300,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      180,
      -180.00001,
      90.0001,
      1e15,
      Double.MIN_VALUE,
      Double.MAX_VALUE
    };
    return odd[chance.nextInt(odd.length)];
  }

  /** One to four hits anywhere; a piece of another file may come in. */
  static byte[] hit(byte[] bytes, byte[] other, SplittableRandom chance) {
    byte[] hit = bytes.clone();
    int hits = 1 + chance.nextInt(4);
    for (int i = 0; i < hits && hit.length > 0; i++) {
      hit = one(hit, other, chance);
    }
    return hit;
  }

  private static byte[] one(byte[] bytes, byte[] other, SplittableRandom chance) {
    int reach = chance.nextInt(3) == 0 ? Math.min(bytes.length, 256) : bytes.length;
    int at = chance.nextInt(reach);
    int to = Math.min(bytes.length, at + 1 + chance.nextInt(chance.nextInt(4) == 0 ? 400 : 12));
    switch (chance.nextInt(10)) {
      case 0, 1, 2 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
      case 3 -> bytes[at] = (byte) chance.nextInt();
      case 4 -> putNumber(bytes, at, chance);
      case 5 -> Arrays.fill(bytes, at, to, (byte) (chance.nextBoolean() ? 0 : 0xff));
      case 6 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 7 -> {
        return replaced(bytes, at, to, new byte[0]);
      }
      case 8 -> {
        return replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      }
      default -> {
        if (other.length > 0) {
          int from = chance.nextInt(other.length);
          int end = Math.min(other.length, from + to - at);
          return replaced(bytes, at, to, Arrays.copyOfRange(other, from, end));
        }
      }
    }
    return bytes;
  }

  /** An odd number of 1 to 8 bytes in either order. */
  private static void putNumber(byte[] bytes, int at, SplittableRandom chance) {
    long odd = oddNumber(chance);
    int size = 1 << chance.nextInt(4);
    boolean big = chance.nextBoolean();
    for (int i = 0; i < size && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (odd >>> 8 * (big ? size - 1 - i : i));
    }
  }

  static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] whole = new byte[bytes.length - (to - from) + by.length];
    System.arraycopy(bytes, 0, whole, 0, from);
    System.arraycopy(by, 0, whole, from, by.length);
    System.arraycopy(bytes, to, whole, from + by.length, bytes.length - to);
    return whole;
  }
}

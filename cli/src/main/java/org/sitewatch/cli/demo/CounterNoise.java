package org.sitewatch.cli.demo;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that depend on nothing but a key: the same on every machine, in any order and on
 * any number of threads. The mixing is the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
 */
final class CounterNoise {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double TO_UNIT = 0x1p-53;
  private static final double TO_UNIT_16 = 0x1p-16;
  private static final double ROOT_3 = StrictMath.sqrt(3);

  private CounterNoise() {}

  /** A key for a named stream. */
  static long key(long seed, String name) {
    long key = seed;
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      key = mix(key + letter);
    }
    return key;
  }

  /** A key for the n-th member of a stream. */
  static long key(long stream, long n) {
    return mix(stream ^ (n * GOLDEN));
  }

  /** Uniform in [0, 1). */
  static double uniform(long key) {
    return (mix(key) >>> 11) * TO_UNIT;
  }

  /** Uniform in [low, high) for the n-th draw of a stream. */
  static double uniform(long stream, long n, double low, double high) {
    return low + (high - low) * uniform(key(stream, n));
  }

  /** Mean 0, variance 1, near normal (a sum of four uniforms), never past 3.5. */
  static double normal(long key) {
    long bits = mix(key);
    long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
    return ((sum + 2) * TO_UNIT_16 - 2) * ROOT_3;
  }

  private static long mix(long key) {
    long z = key + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

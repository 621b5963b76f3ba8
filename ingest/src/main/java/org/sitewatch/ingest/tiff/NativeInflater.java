package org.sitewatch.ingest.tiff;

import com.intel.gkl.compression.IntelInflater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.sitewatch.sites.FileTree;

/**
 * Expands zlib streams (RFC 1950, 1951) whose size is known with Intel's ISA-L, a native library
 * that comes for x86-64 on Linux and macOS. It decodes without looking at check sums, so the
 * Adler-32 is compared here. Anything out of the ordinary is left to the JDK's decoder, which then
 * finds the words for what is wrong.
 */
final class NativeInflater implements AutoCloseable {
  /** Set to {@code false} on the command line of a JVM that shall do without native code. */
  static final String SWITCH = "sitewatch.native";

  private static final int HEAD_BYTES = 2;

  private final IntelInflater inflater = new IntelInflater(true);

  private NativeInflater() {}

  /** Empty where the library does not load. */
  static Optional<NativeInflater> ofThisMachine() {
    return Library.LOADED ? Optional.of(new NativeInflater()) : Optional.empty();
  }

  /** Whether the input is a sound stream of exactly {@code size} bytes, which then are in out. */
  boolean expand(byte[] packed, int count, byte[] out, int size) {
    if (count <= HEAD_BYTES + StreamSum.BYTES || size == 0 || !isPlainHead(packed)) {
      return false;
    }
    try {
      inflater.reset();
      inflater.setInput(packed, HEAD_BYTES, count - HEAD_BYTES - StreamSum.BYTES);
      int written = 0;
      while (written < size) {
        int step = inflater.inflate(out, written, size - written);
        if (step <= 0) {
          return false;
        }
        written += step;
      }
    } catch (RuntimeException damaged) { // what the library throws at a bad stream
      return false;
    }
    return StreamSum.isAtEndOf(packed, count, out, size);
  }

  /** Deflate, without a preset dictionary. */
  private static boolean isPlainHead(byte[] packed) {
    int head = (packed[0] & 0xff) << 8 | packed[1] & 0xff;
    return (head >> 8 & 15) == 8 && head % 31 == 0 && (head & 0x20) == 0;
  }

  @Override
  public void close() {
    inflater.end();
  }

  /** Loads the library when the first block is to be expanded, once for the JVM. */
  private static final class Library {
    static final boolean LOADED = isWanted() && load();

    private static boolean isWanted() {
      boolean intel = Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
      boolean windows = System.getProperty("os.name").startsWith("Windows");
      return intel && !windows && !"false".equals(System.getProperty(SWITCH));
    }

    /** The library is unpacked, mapped and at once deleted: a killed JVM leaves nothing behind. */
    private static boolean load() {
      try {
        Path folder = Files.createTempDirectory("sitewatch-native");
        try {
          return new IntelInflater(true).load(folder.toFile());
        } finally {
          FileTree.delete(folder);
        }
      } catch (IOException | LinkageError absent) { // no place, or its jar was left out
        return false;
      }
    }
  }
}

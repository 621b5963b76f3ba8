package org.sitewatch.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.sitewatch.sites.Sha256;

/**
 * What stands on a stored tile: the sha256 of its codes as it was recorded when they were stored.
 * Whether they still have it only decoding them tells.
 *
 * @param bytes length of the file: one that was cut off has another label
 */
record TileLabel(String sha256, long bytes) {
  private static final byte[] BEFORE =
      ("name=\"" + TileStore.HASH_KEY + "\">").getBytes(StandardCharsets.ISO_8859_1);

  private static final int DIGITS = 64;

  /** The store's own files have it there, before any pixel. */
  private static final int HEAD_BYTES = 2048;

  /** Empty if no label is found where the store writes it. */
  static Optional<TileLabel> read(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var head = ByteBuffer.allocate(HEAD_BYTES);
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // until the head is full or the file ends
      }
      int start = endOf(BEFORE, head.array(), head.position());
      if (start < 0 || start + DIGITS > head.position()) {
        return Optional.empty();
      }
      String hash = new String(head.array(), start, DIGITS, StandardCharsets.ISO_8859_1);
      return Sha256.isDigest(hash)
          ? Optional.of(new TileLabel(hash, channel.size()))
          : Optional.empty();
    }
  }

  private static int endOf(byte[] wanted, byte[] bytes, int length) {
    for (int start = 0; start + wanted.length <= length; start++) {
      int i = 0;
      while (i < wanted.length && bytes[start + i] == wanted[i]) {
        i++;
      }
      if (i == wanted.length) {
        return start + i;
      }
    }
    return -1;
  }
}

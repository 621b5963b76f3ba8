package org.sitewatch.ingest.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The parts of a file that describe it, read in few large pieces, every range checked first. */
final class HeaderBytes {
  private static final int NEXT_READ_BYTES = 16 * 1024;

  private final ByteSource source;
  private final String name;
  private final Piece first;
  private Piece latest;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  HeaderBytes(ByteSource source, String name) throws TiffException {
    this.source = source;
    this.name = name;
    first = read(0, (int) Math.min(source.headBytes(), source.length()));
    latest = first;
  }

  String name() {
    return name;
  }

  long length() {
    return source.length();
  }

  ByteOrder order() {
    return order;
  }

  void setOrder(ByteOrder order) {
    this.order = order;
  }

  /** A view of a range, in the file's byte order. */
  ByteBuffer at(long position, int count, String what) throws TiffException {
    checkRange(position, count, what);
    if (!first.covers(position, count) && !latest.covers(position, count)) {
      long rest = Math.min(NEXT_READ_BYTES, source.length() - position);
      latest = read(position, (int) Math.max(count, rest));
    }
    var piece = first.covers(position, count) ? first : latest;
    return ByteBuffer.wrap(piece.bytes, (int) (position - piece.position), count)
        .slice()
        .order(order);
  }

  void checkRange(long position, long count, String what) throws TiffException {
    if (!holds(position, count)) {
      throw TiffException.damaged(
          name,
          "%s: %s bytes at %s do not fit the file of %d bytes; it is cut off or damaged"
              .formatted(
                  what,
                  Long.toUnsignedString(count),
                  Long.toUnsignedString(position),
                  source.length()),
          null);
    }
  }

  boolean holds(long position, long count) {
    return position >= 0 && count >= 0 && position <= source.length() - count;
  }

  private Piece read(long position, int count) throws TiffException {
    var bytes = new byte[count];
    try {
      source.read(position, bytes, 0, count);
    } catch (IOException e) {
      throw new TiffException(
          name, "header cannot be read at " + position + ": " + e.getMessage(), e);
    }
    return new Piece(position, bytes);
  }

  private static final class Piece {
    final long position;
    final byte[] bytes;

    Piece(long position, byte[] bytes) {
      this.position = position;
      this.bytes = bytes;
    }

    boolean covers(long from, int count) {
      return from >= position && from - position <= bytes.length - count;
    }
  }
}

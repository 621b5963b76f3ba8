package org.sitewatch.ingest.tiff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One directory of a TIFF: tags with where their values lie. Values are read when asked for. */
final class Ifd {
  private static final int MAX_ENTRIES = 4096;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int UNDEFINED = 7;
  private static final int FLOAT = 11;
  private static final int DOUBLE = 12;

  /** Values of a tag: their type, how many, and where in the file they begin. */
  private record Entry(int type, long count, long position) {}

  private final HeaderBytes bytes;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private final long next;

  /** Reads the directory at a position; {@code big} for BigTIFF. */
  Ifd(HeaderBytes bytes, long position, boolean big) throws TiffException {
    this.bytes = bytes;
    var head = bytes.at(position, big ? 8 : 2, "directory");
    long count = big ? head.getLong() : head.getShort() & 0xffff;
    if (count < 1 || count > MAX_ENTRIES) {
      throw new TiffException(
          bytes.name(),
          "directory at %d has %s tags, expected 1 to %d"
              .formatted(position, Long.toUnsignedString(count), MAX_ENTRIES));
    }
    int entryBytes = big ? 20 : 12;
    int size = (int) count * entryBytes + (big ? 8 : 4);
    long start = position + (big ? 8 : 2);
    var body = bytes.at(start, size, "directory at " + position);
    for (int i = 0; i < count; i++) {
      addEntry(body, start, i * entryBytes, big);
    }
    int tail = (int) count * entryBytes;
    next = big ? body.getLong(tail) : body.getInt(tail) & 0xffffffffL;
  }

  private void addEntry(ByteBuffer body, long start, int at, boolean big) {
    int tag = body.getShort(at) & 0xffff;
    int type = body.getShort(at + 2) & 0xffff;
    if (type >= TYPE_BYTES.length || TYPE_BYTES[type] == 0) {
      return; // a type of later days: such a tag is to be passed over
    }
    long count = big ? body.getLong(at + 4) : body.getInt(at + 4) & 0xffffffffL;
    int inline = big ? 8 : 4;
    int valueAt = at + (big ? 12 : 8);
    boolean fits = count >= 0 && count <= inline / TYPE_BYTES[type];
    long position = start + valueAt;
    if (!fits) {
      position = big ? body.getLong(valueAt) : body.getInt(valueAt) & 0xffffffffL;
    }
    entries.putIfAbsent(tag, new Entry(type, count, position));
  }

  /** Position of the next directory, 0 if this is the last. */
  long next() {
    return next;
  }

  boolean has(int tag) {
    var entry = entries.get(tag);
    return entry != null && entry.count != 0;
  }

  /** How many values a tag has, 0 if it is absent. */
  long count(int tag) {
    return has(tag) ? entries.get(tag).count : 0;
  }

  /** The first value of an unsigned tag. */
  long integer(int tag, long whenAbsent) throws TiffException {
    return has(tag) ? integers(tag, 1, 1)[0] : whenAbsent;
  }

  /** A tag that must be there. */
  long integer(int tag) throws TiffException {
    if (!has(tag)) {
      throw new TiffException(bytes.name(), "tag " + tag + " is missing");
    }
    return integers(tag, 1, 1)[0];
  }

  /**
   * Values of an unsigned tag, at most {@code wanted} of them; more than {@code most} is an error.
   */
  long[] integers(int tag, int wanted, long most) throws TiffException {
    var entry = checked(tag, wanted == 1 ? Long.MAX_VALUE : most);
    int count = (int) Math.min(entry.count, wanted);
    int size = TYPE_BYTES[entry.type];
    var buffer = bytes.at(entry.position, Math.multiplyExact(count, size), "tag " + tag);
    var values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (entry.type) {
            case 1 -> buffer.get() & 0xff;
            case 3 -> buffer.getShort() & 0xffff;
            case 4, 13 -> buffer.getInt() & 0xffffffffL;
            case 16, 18 -> buffer.getLong();
            default -> throw wrongType(tag, entry, "whole numbers");
          };
      if (values[i] < 0) {
        throw new TiffException(
            bytes.name(), "tag " + tag + ": " + Long.toUnsignedString(values[i]) + " is too large");
      }
    }
    return values;
  }

  double[] doubles(int tag, int most) throws TiffException {
    var entry = checked(tag, most);
    int count = (int) entry.count;
    var buffer = bytes.at(entry.position, count * TYPE_BYTES[entry.type], "tag " + tag);
    var values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (entry.type) {
            case FLOAT -> buffer.getFloat();
            case DOUBLE -> buffer.getDouble();
            default -> throw wrongType(tag, entry, "real numbers");
          };
    }
    return values;
  }

  /** Text up to its first NUL, read as UTF-8. */
  String text(int tag, int mostBytes) throws TiffException {
    var entry = checked(tag, mostBytes);
    if (entry.type != ASCII) {
      throw wrongType(tag, entry, "text");
    }
    byte[] raw = read(tag, entry);
    int end = 0;
    while (end < raw.length && raw[end] != 0) {
      end++;
    }
    return new String(raw, 0, end, StandardCharsets.UTF_8);
  }

  /** Bytes that are not for us to understand. */
  byte[] opaque(int tag, int mostBytes) throws TiffException {
    var entry = checked(tag, mostBytes);
    if (entry.type != UNDEFINED && entry.type != BYTE) {
      throw wrongType(tag, entry, "bytes");
    }
    return read(tag, entry);
  }

  /** Values of a byte each. */
  private byte[] read(int tag, Entry entry) throws TiffException {
    var raw = new byte[(int) entry.count];
    bytes.at(entry.position, raw.length, "tag " + tag).get(raw);
    return raw;
  }

  /** Checks that all values of a tag lie in the file, without reading them. */
  void checkRange(int tag) throws TiffException {
    checked(tag, Long.MAX_VALUE);
  }

  private Entry checked(int tag, long most) throws TiffException {
    var entry = entries.get(tag);
    if (entry.count < 0 || entry.count > most) {
      throw new TiffException(
          bytes.name(),
          "tag %d has %s values, expected at most %d"
              .formatted(tag, Long.toUnsignedString(entry.count), most));
    }
    int size = TYPE_BYTES[entry.type];
    long total = entry.count > Long.MAX_VALUE / size ? Long.MAX_VALUE : entry.count * size;
    bytes.checkRange(entry.position, total, "tag " + tag);
    return entry;
  }

  private TiffException wrongType(int tag, Entry entry, String expected) {
    return new TiffException(
        bytes.name(), "tag %d has type %d, expected %s".formatted(tag, entry.type, expected));
  }
}

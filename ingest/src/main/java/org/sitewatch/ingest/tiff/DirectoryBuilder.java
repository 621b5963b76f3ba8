package org.sitewatch.ingest.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One directory of a classic little-endian TIFF that is to be written. */
final class DirectoryBuilder {
  static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;
  private static final int DOUBLE = 12;

  private record Entry(int type, int count, ByteBuffer values) {
    int size() {
      return values.capacity();
    }

    boolean inline() {
      return size() <= 4;
    }

    /** Bytes out of line, padded to an even number. */
    int padded() {
      return inline() ? 0 : (size() + 1) & ~1;
    }
  }

  private final SortedMap<Integer, Entry> entries = new TreeMap<>();
  private int offsetsTag;
  private int lengthsTag;
  private long position;

  void shorts(int tag, int... values) {
    var buffer = add(tag, SHORT, values.length, 2 * values.length);
    for (int value : values) {
      buffer.putShort((short) value);
    }
  }

  void repeatedShort(int tag, int value, int count) {
    var buffer = add(tag, SHORT, count, 2 * count);
    for (int i = 0; i < count; i++) {
      buffer.putShort((short) value);
    }
  }

  void longs(int tag, int... values) {
    var buffer = add(tag, LONG, values.length, 4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
  }

  void doubles(int tag, double... values) {
    var buffer = add(tag, DOUBLE, values.length, 8 * values.length);
    for (double value : values) {
      buffer.putDouble(value);
    }
  }

  void text(int tag, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    add(tag, ASCII, bytes.length + 1, bytes.length + 1).put(bytes);
  }

  void opaque(int tag, byte[] value) {
    add(tag, UNDEFINED, value.length, value.length).put(value);
  }

  /** How the image is cut; where the blocks lie is filled in by {@link #placeBlocksAt}. */
  void blocks(int width, int height, boolean tiled, int count) {
    if (tiled) {
      shorts(TiffTag.TILE_WIDTH, width);
      shorts(TiffTag.TILE_HEIGHT, height);
    } else {
      longs(TiffTag.ROWS_PER_STRIP, height);
    }
    offsetsTag = tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS;
    lengthsTag = tiled ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS;
    add(offsetsTag, LONG, count, 4 * count);
    add(lengthsTag, LONG, count, 4 * count);
  }

  private ByteBuffer add(int tag, int type, int count, int bytes) {
    var buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    entries.put(tag, new Entry(type, count, buffer));
    return buffer;
  }

  /** Puts the directory somewhere; says where the next thing can go. */
  long placeAt(long position) {
    this.position = position;
    return end();
  }

  private long end() {
    long end = position + 2 + (long) entries.size() * ENTRY_BYTES + 4;
    for (var entry : entries.values()) {
      end += entry.padded();
    }
    return end;
  }

  /** Notes that the blocks follow each other from a position on; says where they end. */
  long placeBlocksAt(long start, List<byte[]> blocks) {
    var offsets = entries.get(offsetsTag).values;
    var lengths = entries.get(lengthsTag).values;
    long at = start;
    for (var block : blocks) {
      offsets.putInt((int) at);
      lengths.putInt(block.length);
      at += block.length;
    }
    if (at > 0xffffffffL) {
      throw new IllegalArgumentException("the image is too large for a TIFF of 4 GB: " + at);
    }
    return at;
  }

  /** The directory with its values; the first brings the file's header along. */
  byte[] bytes(boolean first, boolean last) {
    var out = new ByteArrayOutputStream();
    if (first) {
      out.writeBytes(new byte[] {'I', 'I', 42, 0, HEADER_BYTES, 0, 0, 0});
    }
    var table =
        ByteBuffer.allocate(2 + entries.size() * ENTRY_BYTES + 4).order(ByteOrder.LITTLE_ENDIAN);
    table.putShort((short) entries.size());
    long at = position + table.capacity();
    for (var tagged : entries.entrySet()) {
      var entry = tagged.getValue();
      table.putShort((short) (int) tagged.getKey());
      table.putShort((short) entry.type);
      table.putInt(entry.count);
      if (entry.inline()) {
        table.put(entry.values.array()).position(table.position() + 4 - entry.size());
      } else {
        table.putInt((int) at);
        at += entry.padded();
      }
    }
    table.putInt(last ? 0 : (int) end());
    out.writeBytes(table.array());
    for (var entry : entries.values()) {
      if (!entry.inline()) {
        out.writeBytes(entry.values.array());
        out.writeBytes(new byte[entry.padded() - entry.size()]);
      }
    }
    return out.toByteArray();
  }
}

package org.sitewatch.cli.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A TIFF in parts, so that each can lie by itself. */
final class TiffForm {
  static final int ASCII = 2;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int DOUBLE = 12;
  static final int LONG8 = 16;
  private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 1, 1, 8, 8, 8};

  /** A tag; doubles as the bits of them. */
  static final class Tag {
    int id;
    int type;
    long count;
    long[] values;

    /** Where its values are said to lie; -1 where they do. */
    long place = -1;

    Tag(int id, int type, long... values) {
      this.id = id;
      this.type = type;
      this.values = values;
      this.count = values.length;
    }
  }

  boolean big;
  ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  final List<Tag> tags = new ArrayList<>();
  final List<byte[]> blocks = new ArrayList<>();

  /** Of the directory after this one. */
  long next;

  /** A directory before it, of a smaller image that is to be passed over. */
  boolean overviewFirst;

  private Tag offsets;
  private Tag lengths;

  void text(int id, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    long[] values = new long[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i];
    }
    tags.add(new Tag(id, ASCII, values));
  }

  void doubles(int id, double... numbers) {
    long[] bits = new long[numbers.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(numbers[i]);
    }
    tags.add(new Tag(id, DOUBLE, bits));
  }

  /** Gives the blocks their places, right after the header; to be called before anything lies. */
  void place(int offsetsTag, int lengthsTag) {
    long[] at_bytes = new long[blocks.size()];
    long[] long_bytes = new long[blocks.size()];
    long at = big ? 16 : 8;
    for (int i = 0; i < blocks.size(); i++) {
      long_bytes[i] = blocks.get(i).length;
      at_bytes[i] = long_bytes[i] == 0 ? 0 : at;
      at += long_bytes[i];
    }
    offsets = new Tag(offsetsTag, big ? LONG8 : LONG, at_bytes);
    lengths = new Tag(lengthsTag, LONG, long_bytes);
    tags.add(offsets);
    tags.add(lengths);
    tags.sort(java.util.Comparator.comparingInt(tag -> tag.id));
  }

  Tag offsets() {
    return offsets;
  }

  Tag lengths() {
    return lengths;
  }

  byte[] bytes() {
    var body = new ByteArrayOutputStream();
    blocks.forEach(body::writeBytes);
    int start = (big ? 16 : 8) + body.size();
    var outside = new ByteArrayOutputStream();
    var directory = ByteBuffer.allocate(32 + tags.size() * 20).order(order);
    putCount(directory, tags.size());
    for (Tag tag : tags) {
      put(directory, tag, outside, start);
    }
    putWord(directory, next);
    long at = start + outside.size();
    byte[] first = overviewFirst ? overview(at) : new byte[0];
    var file = new ByteArrayOutputStream();
    var header = ByteBuffer.allocate(big ? 16 : 8).order(order);
    header.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
    header.putShort((short) (big ? 43 : 42));
    if (big) {
      header.putShort((short) 8).putShort((short) 0);
    }
    putWord(header, at);
    file.writeBytes(header.array());
    file.writeBytes(body.toByteArray());
    file.writeBytes(outside.toByteArray());
    file.writeBytes(first);
    file.write(directory.array(), 0, directory.position());
    return file.toByteArray();
  }

  /** One tag: it is a reduced image. */
  private byte[] overview(long at) {
    var directory = ByteBuffer.allocate(64).order(order);
    putCount(directory, 1);
    put(directory, new Tag(254, LONG, 1), new ByteArrayOutputStream(), 0);
    putWord(directory, at + directory.position() + (big ? 8 : 4));
    byte[] bytes = new byte[directory.position()];
    directory.flip().get(bytes);
    return bytes;
  }

  private void put(ByteBuffer directory, Tag tag, ByteArrayOutputStream outside, int start) {
    directory.putShort((short) tag.id).putShort((short) tag.type);
    if (big) {
      directory.putLong(tag.count);
    } else {
      directory.putInt((int) tag.count);
    }
    int size = tag.type < TYPE_BYTES.length ? TYPE_BYTES[tag.type] : 1;
    var values = ByteBuffer.allocate(Math.max(8, tag.values.length * size)).order(order);
    for (long value : tag.values) {
      switch (size) {
        case 1 -> values.put((byte) value);
        case 2 -> values.putShort((short) value);
        case 4 -> values.putInt((int) value);
        default -> values.putLong(value);
      }
    }
    int inline = big ? 8 : 4;
    if (tag.place >= 0) {
      putWord(directory, tag.place);
    } else if (tag.values.length * size <= inline) {
      directory.put(values.array(), 0, inline);
    } else {
      putWord(directory, start + outside.size());
      outside.write(values.array(), 0, values.position());
    }
  }

  private void putCount(ByteBuffer directory, int count) {
    if (big) {
      directory.putLong(count);
    } else {
      directory.putShort((short) count);
    }
  }

  private void putWord(ByteBuffer buffer, long word) {
    if (big) {
      buffer.putLong(word);
    } else {
      buffer.putInt((int) word);
    }
  }
}

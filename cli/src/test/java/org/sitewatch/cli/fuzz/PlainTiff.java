package org.sitewatch.cli.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The slowest and plainest reader of TIFFs, to compare pixels with: what is unpacked, in PackBits
 * or in Deflate, with predictor 1 or 2. Of anything else, and of what it cannot make sense of, it
 * has no opinion.
 */
final class PlainTiff {
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  /** A stream whose checksum says that it is damaged: nobody may take it. */
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String what) {
      super(what);
    }
  }

  private record Tag(int type, int count, int at) {}

  private final ByteBuffer file;
  private final boolean big;
  private final Map<Integer, Tag> tags = new HashMap<>();
  final int width;
  final int height;
  final int bands;
  private final int bytes;
  private final int across;
  private final int down;
  private final boolean tiled;
  private final boolean planar;
  private final long packing;
  private final long predictor;
  private final Map<Integer, Optional<byte[]>> blocks = new HashMap<>();

  /** Throws anything if it cannot be read. */
  private PlainTiff(byte[] bytes) {
    file = ByteBuffer.wrap(bytes);
    file.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    big = file.getShort(2) == 43;
    long directory = big ? file.getLong(8) : file.getInt(4) & 0xffffffffL;
    var seen = new HashSet<Long>();
    do {
      if (!seen.add(directory)) {
        throw new IllegalArgumentException("a circle");
      }
      directory = read(Math.toIntExact(directory));
    } while ((value(254, 0) & 5) != 0 || value(255, 1) == 2);
    width = Math.toIntExact(value(256, -1));
    height = Math.toIntExact(value(257, -1));
    bands = Math.toIntExact(value(277, 1));
    this.bytes = Math.toIntExact(value(258, 1) / 8);
    tiled = tags.containsKey(322);
    across = tiled ? Math.toIntExact(value(322, -1)) : width;
    down = (int) (tiled ? Math.toIntExact(value(323, -1)) : Math.min(height, value(278, height)));
    planar = bands > 1 && value(284, 1) == 2;
    packing = value(259, 1);
    predictor = packing == 1 || packing == 32773 ? 1 : value(317, 1);
    boolean isPlain = packing == 1 || packing == 8 || packing == 32946 || packing == 32773;
    if (!isPlain || predictor > 2 || width < 1 || height < 1 || (long) across * down > 1 << 20) {
      throw new IllegalArgumentException("not so plain");
    }
  }

  /** Empty if it is none, or not so plain. */
  static Optional<PlainTiff> of(byte[] bytes) {
    try {
      return Optional.of(new PlainTiff(bytes));
    } catch (RuntimeException noOpinion) {
      return Optional.empty();
    }
  }

  /** Its tags; tells where the next directory is. */
  private long read(int at) {
    tags.clear();
    int count = Math.toIntExact(big ? file.getLong(at) : file.getShort(at) & 0xffff);
    int entry = at + (big ? 8 : 2);
    for (int i = 0; i < count; i++, entry += big ? 20 : 12) {
      int type = file.getShort(entry + 2) & 0xffff;
      if (type < TYPE_BYTES.length && TYPE_BYTES[type] > 0) {
        long values = big ? file.getLong(entry + 4) : file.getInt(entry + 4) & 0xffffffffL;
        int inline = entry + (big ? 12 : 8);
        boolean fits = values * TYPE_BYTES[type] <= (big ? 8 : 4) && values >= 0;
        long place = fits ? inline : big ? file.getLong(inline) : file.getInt(inline) & 0xffffffffL;
        boolean there = values > 0 && values < 1 << 20 && place < file.capacity();
        if (values != 0) {
          tags.putIfAbsent(
              file.getShort(entry) & 0xffff,
              new Tag(type, there ? (int) values : 0, there ? (int) place : 0));
        }
      }
    }
    return big ? file.getLong(entry) : file.getInt(entry) & 0xffffffffL;
  }

  private long value(int id, long otherwise) {
    Tag tag = tags.get(id);
    return tag == null || tag.count == 0 ? otherwise : value(tag, 0);
  }

  private long value(Tag tag, int index) {
    if (index >= tag.count) {
      throw new IllegalArgumentException("too few values");
    }
    int at = tag.at + index * TYPE_BYTES[tag.type];
    return switch (tag.type) {
      case 1 -> file.get(at) & 0xff;
      case 3 -> file.getShort(at) & 0xffff;
      case 4, 13 -> file.getInt(at) & 0xffffffffL;
      case 16, 18 -> file.getLong(at);
      default -> throw new IllegalArgumentException("no whole numbers");
    };
  }

  /**
   * The bits of a pixel, without its sign; empty if it has no opinion.
   *
   * @throws DamagedException if a checksum says that it cannot be known
   */
  Optional<Long> pixel(int band, int column, int row) throws DamagedException {
    int columns = (width + across - 1) / across;
    int rows = (height + down - 1) / down;
    int index = (row / down + (planar ? band * rows : 0)) * columns + column / across;
    try {
      Optional<byte[]> block = blocks.get(index);
      if (block == null) {
        block = block(index, rows, columns);
        blocks.put(index, block);
      }
      int samples = planar ? 1 : bands;
      int at = (row % down * across + column % across) * samples + (planar ? 0 : band);
      return block.map(raw -> sample(raw, at));
    } catch (RuntimeException noOpinion) {
      return Optional.empty();
    }
  }

  private long sample(byte[] raw, int at) {
    var values = ByteBuffer.wrap(raw).order(file.order());
    return switch (bytes) {
      case 1 -> values.get(at) & 0xff;
      case 2 -> values.getShort(2 * at) & 0xffff;
      case 4 -> values.getInt(4 * at) & 0xffffffffL;
      case 8 -> values.getLong(8 * at);
      default -> throw new IllegalArgumentException("odd bits");
    };
  }

  private Optional<byte[]> block(int index, int rows, int columns) throws DamagedException {
    Tag offsets = tags.get(tiled && tags.containsKey(324) ? 324 : 273);
    Tag lengths = tags.get(tiled && tags.containsKey(325) ? 325 : 279);
    int length = Math.toIntExact(value(lengths, index));
    int offset = Math.toIntExact(value(offsets, index));
    if (length == 0 && offset == 0) {
      return Optional.empty(); // fill
    }
    int row = index / columns % rows;
    int stored = tiled ? down : Math.min(down, height - row * down);
    byte[] raw = new byte[across * stored * bytes * (planar ? 1 : bands)];
    byte[] packed = new byte[Math.min(length, raw.length * 2 + 1024)];
    file.get(offset, packed);
    switch ((int) packing) {
      case 1 -> System.arraycopy(packed, 0, raw, 0, raw.length);
      case 32773 -> packBits(packed, raw);
      default -> inflate(packed, raw);
    }
    if (predictor == 2) {
      add(raw, stored);
    }
    return Optional.of(raw);
  }

  /** Past the window that the head of the stream promises: who keeps all of it needs no promise. */
  private static void inflate(byte[] packed, byte[] raw) throws DamagedException {
    var inflater = new Inflater();
    boolean isZlib = (packed[0] & 15) == 8 && (packed[1] & 0x20) == 0;
    if (isZlib && ((packed[0] & 0xff) << 8 | packed[1] & 0xff) % 31 == 0) {
      packed[0] = 0x78;
      packed[1] = 1;
    }
    int size = 0;
    try {
      inflater.setInput(packed);
      while (size < raw.length) {
        int got = inflater.inflate(raw, size, raw.length - size);
        if (got == 0) {
          throw new DamagedException("a stream ends early");
        }
        size += got;
      }
      int more = 1;
      for (int left = raw.length; left > 0 && more > 0 && !inflater.finished(); left -= more) {
        more = inflater.inflate(new byte[64]);
      }
      if (more == 0 && !inflater.finished() && !endsInSum(packed, raw)) {
        throw new DamagedException("a stream has no end");
      }
    } catch (DataFormatException e) {
      if (!endsInSum(packed, raw)) {
        if (size == raw.length || String.valueOf(e.getMessage()).contains("data check")) {
          throw new DamagedException(e.getMessage());
        }
        throw new IllegalArgumentException(e); // a laxer decoder may go on, if its sum is right
      }
    } finally {
      inflater.end();
    }
  }

  /** A stream whose own end is lost may still lead to the right bytes, and the sum says so. */
  private static boolean endsInSum(byte[] packed, byte[] raw) {
    var adler = new Adler32();
    adler.update(raw);
    return ByteBuffer.wrap(packed).getInt(packed.length - 4) == (int) adler.getValue();
  }

  private static void packBits(byte[] packed, byte[] raw) {
    int out = 0;
    for (int at = 0; out < raw.length; ) {
      int code = packed[at++];
      if (code >= 0) {
        int count = Math.min(code + 1, raw.length - out);
        System.arraycopy(packed, at, raw, out, count);
        at += code + 1;
        out += count;
      } else if (code != -128) {
        int count = Math.min(1 - code, raw.length - out);
        java.util.Arrays.fill(raw, out, out + count, packed[at++]);
        out += count;
      }
    }
  }

  /** Undoes the differences between neighbours. */
  private void add(byte[] raw, int rows) {
    int samples = planar ? 1 : bands;
    var values = ByteBuffer.wrap(raw).order(file.order());
    for (int row = 0; row < rows; row++) {
      for (int i = samples; i < across * samples; i++) {
        int at = row * across * samples + i;
        long sum = sample(raw, at) + sample(raw, at - samples);
        switch (bytes) {
          case 1 -> values.put(at, (byte) sum);
          case 2 -> values.putShort(2 * at, (short) sum);
          case 4 -> values.putInt(4 * at, (int) sum);
          default -> values.putLong(8 * at, sum);
        }
      }
    }
  }
}

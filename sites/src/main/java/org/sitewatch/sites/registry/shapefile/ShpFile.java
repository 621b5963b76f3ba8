package org.sitewatch.sites.registry.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryLimits;

/**
 * Finds the records of a .shp file (ESRI Shapefile Technical Description, July 1998): by the .shx
 * where there is one, since edited files have gaps, else one after the other. Both say how long a
 * record is, and must agree.
 */
final class ShpFile {
  private static final int HEADER_BYTES = 100;
  private static final int MAGIC = 9994;
  private static final int RECORD_HEADER_BYTES = 8;
  private static final int BYTES_PER_WORD = 2;
  private static final int MAX_RECORDS = RegistryLimits.MAX_FEATURES;

  private final String file;
  private final ByteBuffer bytes;

  private ShpFile(String file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /**
   * The content of every record in order, little-endian, from its shape type on.
   *
   * @param file its name, for messages
   */
  static List<ByteBuffer> records(String file, byte[] shp, Optional<byte[]> shx) {
    var reader = new ShpFile(file, shp);
    long end = reader.checkedLength();
    if (shx.isEmpty()) {
      return reader.oneByOne(end);
    }
    var index = new ShpFile(file.replaceFirst("shp$", "shx"), shx.get());
    long indexEnd = index.checkedLength();
    var records = new ArrayList<ByteBuffer>();
    for (int at = HEADER_BYTES; at + RECORD_HEADER_BYTES <= indexEnd; at += RECORD_HEADER_BYTES) {
      long offset = (long) BYTES_PER_WORD * index.bytes.getInt(at);
      long length = (long) BYTES_PER_WORD * index.bytes.getInt(at + 4);
      records.add(reader.record(records.size() + 1, offset, length, end));
    }
    return records;
  }

  private List<ByteBuffer> oneByOne(long end) {
    var records = new ArrayList<ByteBuffer>();
    long at = HEADER_BYTES;
    while (at < end) {
      if (at + RECORD_HEADER_BYTES > end) {
        throw broken("ends within record " + (records.size() + 1));
      }
      long length = (long) BYTES_PER_WORD * bytes.getInt((int) at + 4);
      records.add(record(records.size() + 1, at, length, end));
      at += RECORD_HEADER_BYTES + length;
    }
    return records;
  }

  private ByteBuffer record(int number, long offset, long length, long end) {
    if (number > MAX_RECORDS) {
      throw broken("has more than " + MAX_RECORDS + " records");
    }
    boolean inside =
        offset >= HEADER_BYTES && length >= 4 && offset + RECORD_HEADER_BYTES + length <= end;
    if (!inside) {
      throw broken("has its record " + number + " beyond its end");
    }
    int at = (int) offset;
    if (bytes.getInt(at) != number || BYTES_PER_WORD * (long) bytes.getInt(at + 4) != length) {
      throw broken("has another record where record " + number + " should be");
    }
    return bytes.slice(at + RECORD_HEADER_BYTES, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The length its header tells. */
  private long checkedLength() {
    if (bytes.capacity() < HEADER_BYTES || bytes.getInt(0) != MAGIC) {
      throw broken("is no part of a shapefile");
    }
    long length = (long) BYTES_PER_WORD * bytes.getInt(24);
    if (length < HEADER_BYTES || length > bytes.capacity()) {
      throw broken("has %d bytes where its header tells of %d".formatted(bytes.capacity(), length));
    }
    return length;
  }

  private UserException broken(String how) {
    return new UserException(
        ExitCode.REGISTRY_INVALID, file + " " + how + "; it is damaged, export it again");
  }
}

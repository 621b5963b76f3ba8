package org.sitewatch.sites.registry.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** The table of a .dbf file (dBASE III) as bytes: letters are made of them later. */
final class DbfTable {
  private static final int HEADER_BYTES = 32;
  private static final int FIELD_BYTES = 32;
  private static final int NAME_BYTES = 11;
  private static final int FIELDS_END = 0x0D;
  private static final int DELETED = '*';
  private static final int MAX_FIELDS = 2048;

  /**
   * A column.
   *
   * @param name in the charset of the table
   * @param type C, N, F, L, D; others are not read
   */
  record Field(byte[] name, char type, int length, int decimals, int offset) {}

  private final byte[] bytes;
  private final int headerBytes;
  private final int rowBytes;
  private final int rows;
  private final List<Field> fields = new ArrayList<>();

  private DbfTable(byte[] bytes, int headerBytes, int rowBytes, int rows) {
    this.bytes = bytes;
    this.headerBytes = headerBytes;
    this.rowBytes = rowBytes;
    this.rows = rows;
  }

  /**
   * @param file its name, for messages
   */
  static DbfTable of(String file, byte[] bytes) {
    if (bytes.length < HEADER_BYTES + 1) {
      throw broken(file, "is too short for a table");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int rows = header.getInt(4);
    int headerBytes = header.getShort(8) & 0xffff;
    int rowBytes = header.getShort(10) & 0xffff;
    boolean fits =
        rows >= 0
            && headerBytes > HEADER_BYTES
            && headerBytes <= bytes.length
            && rowBytes > 0
            && headerBytes + (long) rows * rowBytes <= bytes.length;
    if (!fits) {
      throw broken(file, "is shorter than the %d rows its header tells of".formatted(rows));
    }
    var table = new DbfTable(bytes, headerBytes, rowBytes, rows);
    table.readFields(file);
    return table;
  }

  private void readFields(String file) {
    int offset = 1;
    int at = HEADER_BYTES;
    while (at < headerBytes && bytes[at] != FIELDS_END) {
      if (at + FIELD_BYTES > headerBytes || fields.size() == MAX_FIELDS) {
        throw broken(file, "has a broken list of fields");
      }
      int end = at;
      while (end < at + NAME_BYTES && bytes[end] != 0) {
        end++;
      }
      int length = bytes[at + 16] & 0xff;
      var field =
          new Field(
              Arrays.copyOfRange(bytes, at, end),
              (char) (bytes[at + 11] & 0xff),
              length,
              bytes[at + 17] & 0xff,
              offset);
      fields.add(field);
      offset += length;
      at += FIELD_BYTES;
    }
    if (offset != rowBytes || at >= headerBytes) {
      throw broken(file, "has rows of %d bytes, its fields make %d".formatted(rowBytes, offset));
    }
  }

  private static UserException broken(String file, String how) {
    return new UserException(
        ExitCode.REGISTRY_INVALID, file + " " + how + "; it is damaged, export it again");
  }

  int rows() {
    return rows;
  }

  List<Field> fields() {
    return fields;
  }

  /** The code of the charset in the header (0x57: none that could be relied on). */
  int languageDriver() {
    return bytes[29] & 0xff;
  }

  boolean isDeleted(int row) {
    return bytes[headerBytes + row * rowBytes] == DELETED;
  }

  /** The value without the blanks and zeros around it. */
  byte[] value(int row, Field field) {
    int from = headerBytes + row * rowBytes + field.offset;
    int to = from + field.length;
    while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == 0)) {
      to--;
    }
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    return Arrays.copyOfRange(bytes, from, to);
  }
}

package org.sitewatch.report.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3) of files with one fixed date: the same files are the same
 * bytes on every machine. Up to 65,535 files and 2 GB.
 */
public final class FixedZip {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final short VERSION = 20;

  /** 1 January 1980, midnight. */
  private static final int DATE = (1 << 5 | 1) << 16;

  private static final short STORED = 0;
  private static final short DEFLATED = 8;

  private final ByteArrayOutputStream files = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  /** A file that packing makes smaller. */
  public FixedZip addText(String name, byte[] content) {
    byte[] packed = FixedDeflate.raw(content, new TextRepeats(content));
    return add(name, content, packed, DEFLATED);
  }

  /** A file that is packed already. */
  public FixedZip addPicture(String name, byte[] content) {
    return add(name, content, content, STORED);
  }

  public byte[] bytes() {
    var zip = new ByteArrayOutputStream(files.size() + directory.size() + 22);
    zip.writeBytes(files.toByteArray());
    zip.writeBytes(directory.toByteArray());
    ByteBuffer end = buffer(22).putInt(END).putInt(0);
    end.putShort((short) count).putShort((short) count);
    zip.writeBytes(end.putInt(directory.size()).putInt(files.size()).array());
    return zip.toByteArray();
  }

  private FixedZip add(String name, byte[] content, byte[] packed, short method) {
    byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
    if (!new String(ascii, StandardCharsets.US_ASCII).equals(name) || ++count > 0xFFFF) {
      throw new IllegalArgumentException("'" + name + "' is not ASCII, or one file too many");
    }
    var sum = new CRC32();
    sum.update(content);
    ByteBuffer shared = buffer(26).putShort(VERSION).putShort((short) 0).putShort(method);
    shared.putInt(DATE).putInt((int) sum.getValue()).putInt(packed.length).putInt(content.length);
    shared.putShort((short) ascii.length).putShort((short) 0);
    directory.writeBytes(buffer(6).putInt(CENTRAL).putShort(VERSION).array());
    directory.writeBytes(shared.array());
    directory.writeBytes(buffer(14).putInt(10, files.size()).array());
    directory.writeBytes(ascii);
    files.writeBytes(buffer(4).putInt(LOCAL).array());
    files.writeBytes(shared.array());
    files.writeBytes(ascii);
    files.writeBytes(packed);
    return this;
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}

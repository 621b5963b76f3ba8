package org.sitewatch.ingest.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes a classic little-endian TIFF lie: changes tags of its first directory in place. */
final class TiffPatch {
  private final ByteBuffer file;

  private TiffPatch(byte[] bytes) {
    file = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
  }

  static TiffPatch of(byte[] bytes) {
    return new TiffPatch(bytes);
  }

  /** Overwrites the four bytes that hold a tag's value or the place of its values. */
  TiffPatch value(int tag, int value) {
    file.putInt(entry(tag) + 8, value);
    return this;
  }

  TiffPatch count(int tag, int count) {
    file.putInt(entry(tag) + 4, count);
    return this;
  }

  TiffPatch type(int tag, int type) {
    file.putShort(entry(tag) + 2, (short) type);
    return this;
  }

  TiffPatch renumber(int tag, int newTag) {
    file.putShort(entry(tag), (short) newTag);
    return this;
  }

  /** Place of the next directory. */
  TiffPatch next(int position) {
    int directory = file.getInt(4);
    file.putInt(directory + 2 + 12 * file.getShort(directory), position);
    return this;
  }

  byte[] bytes() {
    return file.array();
  }

  private int entry(int tag) {
    int directory = file.getInt(4);
    for (int i = 0; i < file.getShort(directory); i++) {
      int at = directory + 2 + 12 * i;
      if ((file.getShort(at) & 0xffff) == tag) {
        return at;
      }
    }
    throw new IllegalArgumentException("no tag " + tag);
  }
}

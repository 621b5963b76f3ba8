package org.sitewatch.report.pack;

import java.util.Arrays;

/**
 * The longest of the last {@value #TRIED} places that begin with the same {@value #HASHED} bytes.
 */
final class TextRepeats implements Repeats {
  private static final int HASHED = 5;
  private static final int TRIED = 24;
  private static final int HASH_BITS = 16;
  private static final int MIXER = 0x9E3779B1;

  private final byte[] data;

  /** The newest place of a hash, -1 for none. */
  private final int[] newest = new int[1 << HASH_BITS];

  /** The place of the same hash before a place, by its lowest bits. */
  private final int[] before = new int[FixedDeflate.FARTHEST];

  private int known;

  TextRepeats(byte[] data) {
    this.data = data;
    Arrays.fill(newest, -1);
  }

  @Override
  public Found at(int position) {
    while (known < position) {
      remember(known++);
    }
    if (position + HASHED > data.length) {
      return Found.NONE;
    }
    int length = 0;
    int distance = 0;
    int place = newest[hash(position)];
    for (int tried = 0; tried < TRIED && place >= 0; tried++) {
      if (position - place > FixedDeflate.FARTHEST) {
        break;
      }
      int same = Repeats.length(data, position, position - place);
      if (same > length) {
        length = same;
        distance = position - place;
      }
      int earlier = before[place % before.length];
      place = earlier < place ? earlier : -1;
    }
    return length < HASHED ? Found.NONE : new Found(length, distance);
  }

  private void remember(int place) {
    if (place + HASHED <= data.length) {
      int hash = hash(place);
      before[place % before.length] = newest[hash];
      newest[hash] = place;
    }
  }

  private int hash(int place) {
    int value = 0;
    for (int i = 0; i < HASHED; i++) {
      value = value * 31 + data[place + i];
    }
    return value * MIXER >>> Integer.SIZE - HASH_BITS;
  }
}

package org.sitewatch.cli.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives, and damage to their headers. */
final class ZipDamage {
  /** Where what lies from the signature on: local header, central directory, its end. */
  private static final int[] LOCAL = {4, 6, 8, 14, 18, 22, 26, 28, 30};

  private static final int[] CENTRAL = {4, 6, 8, 10, 16, 20, 24, 28, 30, 32, 38, 42, 46};
  private static final int[] END = {4, 6, 8, 10, 12, 16, 20};

  private ZipDamage() {}

  static byte[] packed(Map<String, byte[]> files, boolean stored) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        if (stored) {
          var crc = new CRC32();
          crc.update(file.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(file.getValue().length);
          entry.setCrc(crc.getValue());
        }
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** One to three fields of headers become odd, or anything anywhere. */
  static byte[] hit(byte[] zip, SplittableRandom chance) {
    if (chance.nextInt(3) == 0) {
      return ByteDamage.hit(zip, zip, chance);
    }
    byte[] hit = zip.clone();
    List<int[]> places = places(zip);
    int hits = 1 + chance.nextInt(3);
    for (int i = 0; i < hits && !places.isEmpty(); i++) {
      int[] place = places.get(chance.nextInt(places.size()));
      int at = place[0] + chance.nextInt(2);
      int size = 1 << chance.nextInt(3);
      long odd =
          chance.nextInt(3) == 0 ? (hit[at] & 0xff) + chance.nextInt(-2, 3) : odd(zip, chance);
      for (int b = 0; b < size && at + b < hit.length; b++) {
        hit[at + b] = (byte) (odd >>> 8 * b);
      }
    }
    return hit;
  }

  private static long odd(byte[] zip, SplittableRandom chance) {
    return chance.nextBoolean() ? ByteDamage.oddNumber(chance) : chance.nextInt(zip.length + 20);
  }

  private static List<int[]> places(byte[] zip) {
    var places = new ArrayList<int[]>();
    for (int at = 0; at + 4 <= zip.length; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K') {
        int[] fields = zip[at + 2] == 3 ? LOCAL : zip[at + 2] == 1 ? CENTRAL : END;
        for (int field : fields) {
          if (at + field + 1 < zip.length) {
            places.add(new int[] {at + field});
          }
        }
      }
    }
    return places;
  }
}

package org.sitewatch.cli.fuzz;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Makes parts of a TIFF lie. */
final class TiffDamage {
  private static final int[] KNOWN_TAGS = {
    254, 255, 256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 317, 322, 323, 324, 325, 330,
    338, 339, 347, 512, 513, 514, 529, 530, 531, 532, 33550, 33922, 34264, 34735, 34736, 34737,
    42112, 42113
  };
  private static final int[] PACKINGS = {
    1, 2, 5, 6, 7, 8, 32773, 32946, 34887, 34925, 50000, 50001
  };

  private TiffDamage() {}

  static void hit(TiffForm form, SplittableRandom chance) {
    int hits = 1 + chance.nextInt(3);
    for (int i = 0; i < hits; i++) {
      switch (chance.nextInt(12)) {
        case 0, 1, 2, 3 -> tag(form, chance);
        case 4 -> form.next = chance.nextBoolean() ? 8 : ByteDamage.oddNumber(chance);
        case 5 -> form.tags.add(odd(chance));
        case 6 -> places(form, chance);
        default -> block(form, chance);
      }
    }
  }

  private static void tag(TiffForm form, SplittableRandom chance) {
    if (form.tags.isEmpty()) {
      return;
    }
    int at = chance.nextInt(form.tags.size());
    TiffForm.Tag tag = form.tags.get(at);
    switch (chance.nextInt(10)) {
      case 0 -> form.tags.remove(at);
      case 1 -> tag.id = KNOWN_TAGS[chance.nextInt(KNOWN_TAGS.length)];
      case 2 -> tag.type = chance.nextInt(20);
      case 3 -> tag.count = ByteDamage.oddNumber(chance);
      case 4 -> tag.place = chance.nextInt(4) == 0 ? 8 : ByteDamage.oddNumber(chance);
      case 5 -> tag.values = Arrays.copyOf(tag.values, chance.nextInt(40));
      case 6 -> tag.count = Math.max(0, tag.count + chance.nextInt(-2, 3));
      default -> value(tag, chance);
    }
  }

  private static void value(TiffForm.Tag tag, SplittableRandom chance) {
    if (tag.values.length == 0) {
      return;
    }
    int at = chance.nextInt(tag.values.length);
    tag.values[at] =
        switch (chance.nextInt(4)) {
          case 0 -> tag.values[at] + chance.nextInt(-3, 4);
          case 1 -> chance.nextInt(70);
          case 2 ->
              tag.id == 259
                  ? PACKINGS[chance.nextInt(PACKINGS.length)]
                  : Double.doubleToRawLongBits(ByteDamage.oddDouble(chance));
          default -> ByteDamage.oddNumber(chance);
        };
  }

  private static TiffForm.Tag odd(SplittableRandom chance) {
    var tag =
        new TiffForm.Tag(
            KNOWN_TAGS[chance.nextInt(KNOWN_TAGS.length)],
            chance.nextInt(20),
            new long[chance.nextInt(12)]);
    for (int i = 0; i < tag.values.length; i++) {
      tag.values[i] = chance.nextBoolean() ? chance.nextInt(20) : ByteDamage.oddNumber(chance);
    }
    return tag;
  }

  /** Blocks that lie elsewhere, one over another, or are longer or shorter than they are. */
  private static void places(TiffForm form, SplittableRandom chance) {
    TiffForm.Tag tag = chance.nextBoolean() ? form.offsets() : form.lengths();
    if (tag.values.length == 0) {
      return;
    }
    int at = chance.nextInt(tag.values.length);
    tag.values[at] =
        switch (chance.nextInt(4)) {
          case 0 -> tag.values[chance.nextInt(tag.values.length)];
          case 1 -> 0;
          case 2 -> tag.values[at] + chance.nextInt(-5, 6);
          default -> ByteDamage.oddNumber(chance);
        };
  }

  private static void block(TiffForm form, SplittableRandom chance) {
    if (form.blocks.isEmpty()) {
      return;
    }
    int at = chance.nextInt(form.blocks.size());
    byte[] block = form.blocks.get(at).clone();
    if (block.length == 0) {
      return;
    }
    int place = chance.nextInt(block.length);
    switch (chance.nextInt(5)) {
      case 0 -> block[place] = (byte) chance.nextInt();
      case 1 -> Arrays.fill(block, place, block.length, (byte) chance.nextInt());
      case 2 -> {
        byte[] other = form.blocks.get(chance.nextInt(form.blocks.size()));
        System.arraycopy(other, 0, block, 0, Math.min(other.length, block.length));
      }
      case 3 -> {
        int last = block.length - 1 - chance.nextInt(Math.min(8, block.length));
        block[last] ^= (byte) (1 << chance.nextInt(8)); // the checksum of a stream
      }
      default -> block[place] ^= (byte) (1 << chance.nextInt(8));
    }
    form.blocks.set(at, block); // as long as before, so that the others keep their places
  }
}

package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Keeps what was learnt of a site from run to run: a cache, whose loss costs time and no byte. */
public interface KnowledgeShelf {
  /** Keeps nothing. */
  KnowledgeShelf NONE =
      new KnowledgeShelf() {
        @Override
        public Optional<byte[]> find(LocalDate day, boolean[][] frozen) {
          return Optional.empty();
        }

        @Override
        public void keep(LocalDate day, boolean[][] frozen, byte[] knowledge) {}
      };

  /**
   * What was learnt from the looks before a day.
   *
   * @param frozen [look][pixel] of what was not learnt, null for a look without any
   */
  Optional<byte[]> find(LocalDate day, boolean[][] frozen);

  void keep(LocalDate day, boolean[][] frozen, byte[] knowledge);

  /** What the looks showed to what was learnt; asked for the same as {@link #find}. */
  default LookShelf looks(LocalDate day, boolean[][] frozen) {
    return LookShelf.NONE;
  }

  /**
   * How many pixels of a look are clear.
   *
   * @param fingerprint of {@link org.sitewatch.ingest.TileStack#fingerprint}
   */
  default OptionalInt findClearPixels(String fingerprint) {
    return OptionalInt.empty();
  }

  default void keepClearPixels(String fingerprint, int clearPixels) {}

  /**
   * Whether a look was found to lie where the looks of a frame show the ground.
   *
   * @param fingerprint as {@link #findClearPixels}
   * @param frame the looks it was laid onto, in one word
   */
  default boolean isKnownToLie(String fingerprint, String frame) {
    return false;
  }

  default void keepThatItLies(String fingerprint, String frame) {}
}

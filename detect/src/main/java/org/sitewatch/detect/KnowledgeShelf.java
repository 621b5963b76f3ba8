package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.Optional;

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
}

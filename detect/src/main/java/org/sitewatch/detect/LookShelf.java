package org.sitewatch.detect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Keeps what looks showed to a model from run to run, as {@link KnowledgeShelf} keeps the model.
 */
public interface LookShelf {
  /** Keeps nothing. */
  LookShelf NONE =
      new LookShelf() {
        @Override
        public Optional<KeptLook> find(LocalDate date, String fingerprint) {
          return Optional.empty();
        }

        @Override
        public void keep(LocalDate date, String fingerprint, ByteBuffer vectors, ByteBuffer rest) {}
      };

  /** Two pieces, of which the second is seldom asked for. */
  interface KeptLook {
    ByteBuffer vectors();

    /**
     * @throws IOException if it is damaged or gone
     */
    ByteBuffer rest() throws IOException;
  }

  Optional<KeptLook> find(LocalDate date, String fingerprint);

  void keep(LocalDate date, String fingerprint, ByteBuffer vectors, ByteBuffer rest);
}

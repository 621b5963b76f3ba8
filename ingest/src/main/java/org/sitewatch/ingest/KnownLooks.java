package org.sitewatch.ingest;

import java.util.Optional;

/**
 * Looks that were read before: a cache, whose loss costs time and no byte. What is known by a
 * look's fingerprint need not be decoded to be known again.
 */
public interface KnownLooks {
  /** Knows nothing. */
  KnownLooks NONE =
      new KnownLooks() {
        @Override
        public boolean isEmpty() {
          return true;
        }

        @Override
        public Optional<KnownLook> find(String fingerprint) {
          return Optional.empty();
        }

        @Override
        public void keep(String fingerprint, KnownLook look) {}
      };

  /** Whether it is not worth asking. */
  boolean isEmpty();

  /** What is known of a look that could be read; empty for one that is not known. */
  Optional<KnownLook> find(String fingerprint);

  void keep(String fingerprint, KnownLook look);
}

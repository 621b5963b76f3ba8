package org.sitewatch.ingest;

import java.io.IOException;
import java.util.Optional;
import org.sitewatch.ingest.StackReader.LookPlanes;

/** A look that stays in its tiles until its pixels are asked for. */
final class StoredLook implements LookPixels {
  private final String fingerprint;
  private final KnownLook known;
  private final Tiles tiles;
  private Optional<LookPlanes> planes = Optional.empty();

  /** Decodes a look. */
  interface Tiles {
    LookPlanes read() throws IOException;
  }

  StoredLook(String fingerprint, KnownLook known, Tiles tiles) {
    this.fingerprint = fingerprint;
    this.known = known;
    this.tiles = tiles;
  }

  KnownLook known() {
    return known;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public float[][] values() {
    return planes().values();
  }

  @Override
  public byte[] states() {
    return planes().states();
  }

  private LookPlanes planes() {
    if (planes.isEmpty()) {
      try {
        planes = Optional.of(tiles.read());
      } catch (IOException unreadable) {
        throw new UnreadableLookException(unreadable);
      }
    }
    return planes.get();
  }
}

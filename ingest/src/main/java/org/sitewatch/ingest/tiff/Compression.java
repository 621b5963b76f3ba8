package org.sitewatch.ingest.tiff;

import java.util.Optional;

/** How the bytes of a block are packed. */
public enum Compression {
  NONE(1, 1),
  LZW(5, 1500),
  /** Read through a library, for 8 bits and 1 or 3 bands. */
  JPEG(7, 2000),
  DEFLATE(8, 1040),
  PACKBITS(32773, 64),
  ZSTD(50000, 40000);

  /** The number of Deflate before it became 8. */
  private static final int OLD_DEFLATE = 32946;

  private final int code;
  private final int maxRatio;

  Compression(int code, int maxRatio) {
    this.code = code;
    this.maxRatio = maxRatio;
  }

  static Optional<Compression> ofCode(long code) {
    for (var compression : values()) {
      if (code == compression.code || (compression == DEFLATE && code == OLD_DEFLATE)) {
        return Optional.of(compression);
      }
    }
    return Optional.empty();
  }

  /** What stands in the TIFF tag. */
  int code() {
    return code;
  }

  /** More bytes than so many a packed byte cannot come out, whatever the data. */
  int maxRatio() {
    return maxRatio;
  }
}

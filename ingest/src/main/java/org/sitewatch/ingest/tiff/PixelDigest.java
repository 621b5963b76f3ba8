package org.sitewatch.ingest.tiff;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * What tells pixels apart, taken from the codes as little-endian bytes, one band after the other:
 * SHA-256 as evidence, CRC-32C to notice damage at an eighth of the price.
 */
final class PixelDigest {
  private final MessageDigest sha256;
  private final CRC32C crc32c = new CRC32C();

  PixelDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Takes the next band in. */
  void update(byte[] band) {
    sha256.update(band);
    crc32c.update(band);
  }

  /** 64 hex digits; begins anew. */
  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** 8 hex digits. */
  String crc32c() {
    return HexFormat.of().toHexDigits((int) crc32c.getValue());
  }
}

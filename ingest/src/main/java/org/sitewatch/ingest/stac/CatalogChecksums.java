package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitewatch.sites.Sha256;

/**
 * What {@code catalog.json} says of the bytes of its items, as {@code file:checksum} of the STAC
 * File Info extension 2.1: a multihash in hex, of which only SHA2-256 of 32 bytes is written.
 */
final class CatalogChecksums {
  static final String EXTENSION = "https://stac-extensions.github.io/file/v2.1.0/schema.json";
  static final String FIELD = "file:checksum";
  static final CatalogChecksums NONE = new CatalogChecksums();
  private static final String SHA2_256 = "1220";

  private final TreeMap<String, String> byName = new TreeMap<>();

  private CatalogChecksums() {}

  /** None if there is no catalog. */
  static CatalogChecksums read(Path catalog) {
    var checksums = new CatalogChecksums();
    if (Files.isRegularFile(catalog)) {
      for (JsonNode link : JsonDocument.read(catalog).root().path("links")) {
        String href = link.path("href").asText();
        String checksum = link.path(FIELD).asText();
        if (href.startsWith("./") && !checksum.isEmpty()) {
          checksums.byName.put(href.substring(2), checksum);
        }
      }
    }
    return checksums;
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  Set<String> names() {
    return byName.keySet();
  }

  /** An item that is written anew. */
  void forget(Path item) {
    byName.remove(name(item));
  }

  Optional<String> findOf(Path item) {
    return Optional.ofNullable(byName.get(name(item)));
  }

  /** As it was when the item was written; of one that the catalog lacks, as it is now. */
  String of(Path item) throws IOException {
    Optional<String> then = findOf(item);
    return then.isPresent() ? then.get() : compute(item);
  }

  static String compute(Path item) throws IOException {
    return SHA2_256 + Sha256.of(item);
  }

  private static String name(Path item) {
    return item.getFileName().toString();
  }
}

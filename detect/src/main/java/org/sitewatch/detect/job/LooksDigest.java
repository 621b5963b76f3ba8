package org.sitewatch.detect.job;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.sites.Sha256;

/**
 * What a state was made from, in one word: the looks up to a day and the pixels they showed. A
 * scene that comes late changes it, so that a state made without that scene is not gone on from.
 * Looks that failed are not in it. Settings, zones and the program's version are not either.
 */
final class LooksDigest {

  private LooksDigest() {}

  /** sha256 in hex over ids and pixel hashes of all looks up to and with a day. */
  static String of(StackReading reading, LocalDate until) {
    var text = new StringBuilder();
    for (Look look : reading.stack().looks()) {
      if (!look.date().isAfter(until)) {
        for (String scene : look.sceneIds()) {
          text.append(look.id()).append(' ').append(scene).append('\n');
          reading
              .pixelHashes()
              .subMap(scene + ".", scene + "/")
              .forEach((part, hash) -> text.append(part).append(' ').append(hash).append('\n'));
        }
      }
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

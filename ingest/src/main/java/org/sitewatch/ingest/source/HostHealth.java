package org.sitewatch.ingest.source;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Remembers which servers are down, so that each of many files does not wait for one in vain: after
 * three files in a row that were given up, a server is left alone for half a minute.
 */
final class HostHealth {
  private static final int FILES_GIVEN_UP = 3;
  private static final long REST_NANOS = 30_000_000_000L;

  /** Paths given up since the last answer, and until when nobody asks. */
  private static final class Down {
    private final Set<String> paths = new HashSet<>();
    private long until = System.nanoTime();
  }

  private final Map<String, Down> hosts = new HashMap<>();

  synchronized void check(URI address) throws WebException {
    Down down = hosts.get(address.getRawAuthority());
    if (down != null && down.until - System.nanoTime() > 0) {
      throw new WebException(
          WebFault.UNREACHABLE,
          address,
          "not asked for: its server failed for " + down.paths.size() + " files in a row");
    }
  }

  synchronized void answered(URI address) {
    hosts.remove(address.getRawAuthority());
  }

  synchronized void gaveUp(URI address) {
    Down down = hosts.computeIfAbsent(address.getRawAuthority(), any -> new Down());
    down.paths.add(address.getRawPath());
    if (down.paths.size() >= FILES_GIVEN_UP) {
      down.until = System.nanoTime() + REST_NANOS;
    }
  }
}

package org.sitewatch.report.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.sitewatch.report.pack.FixedZip;
import org.sitewatch.report.run.RelativePath;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/**
 * Files in one ZIP archive with {@code SHA256SUMS}, the list that {@code sha256sum -c} checks. The
 * same files give the same bytes.
 */
public final class EvidencePack {
  public static final String SUMS = "SHA256SUMS";

  /** What is held in memory, twice. */
  private static final long MOST_BYTES = 700L << 20;

  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private long bytes;

  /**
   * @param path relative, {@code /} between folders
   * @throws UserException if all together are too large for one archive
   */
  public EvidencePack add(String path, byte[] content) {
    if (!RelativePath.isSafe(path)) {
      throw new IllegalArgumentException("'" + path + "' leaves the archive");
    }
    bytes += content.length;
    if (bytes > MOST_BYTES) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "the windows are more than the " + (MOST_BYTES >> 20) + " MB that one archive takes");
    }
    files.put(path, content);
    return this;
  }

  public EvidencePack add(String path, String text) {
    return add(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A line a file in order of path, as {@code sha256sum} writes it. */
  String sums() {
    var sums = new StringBuilder();
    files.forEach(
        (path, content) -> sums.append(Sha256.of(content)).append("  ").append(path).append('\n'));
    return sums.toString();
  }

  public byte[] zip() {
    var zip = new FixedZip();
    zip.addPicture(SUMS, sums().getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      zip.addPicture(file.getKey(), file.getValue());
    }
    return zip.bytes();
  }
}

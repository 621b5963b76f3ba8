package org.sitewatch.ingest.stac;

import java.nio.file.Path;
import java.util.List;
import org.sitewatch.ingest.source.LocalFile;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;

/**
 * Where an href inside a document may lead. A document is somebody else's; it must not make us read
 * any file it likes. A file leads into its own folder, below a place the user named with {@code
 * --allow-root}, or into the web. A document of the web leads into the web only, and from https to
 * https only.
 *
 * @param allowedRoots absolute, normalised
 */
public record HrefPolicy(List<Path> allowedRoots) {

  public HrefPolicy {
    allowedRoots = allowedRoots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /**
   * What an href means.
   *
   * @param folder of the document the href stands in
   * @param owner what to call the document in a message
   * @throws UserException if it leads where it may not
   */
  public Location resolve(Location folder, String href, String owner) {
    Location target = targetOf(folder, href, owner);
    if (folder instanceof LocalFile home) {
      if (target instanceof LocalFile file && !isAllowed(home.path(), file.path())) {
        throw refusal(
            owner,
            href,
            "leads out of the document's folder; name the place with --allow-root if you trust it");
      }
    } else if (target instanceof LocalFile) {
      throw refusal(owner, href, "leads from the web to a file of this machine");
    } else if (isSecure(folder) && !isSecure(target)) {
      throw refusal(owner, href, "leads from https to http");
    }
    return target;
  }

  private static boolean isSecure(Location location) {
    return !(location instanceof WebAddress address) || address.isSecure();
  }

  private boolean isAllowed(Path home, Path target) {
    return target.startsWith(home) || allowedRoots.stream().anyMatch(target::startsWith);
  }

  private static Location targetOf(Location folder, String href, String owner) {
    try {
      return folder.resolve(href);
    } catch (IllegalArgumentException broken) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          owner + ": href '" + Quote.of(Location.withoutKey(href)) + "': " + broken.getMessage(),
          broken);
    }
  }

  private static UserException refusal(String owner, String href, String what) {
    return new UserException(
        ExitCode.UNAVAILABLE,
        owner + ": href '" + Quote.of(Location.withoutKey(href)) + "' " + what);
  }
}

package org.sitewatch.ingest.stac;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * Where an href inside a document may lead: into the document's own folder, or below a place the
 * user named with {@code --allow-root}. A document is somebody else's; it must not make us read any
 * file it likes.
 *
 * @param allowedRoots absolute, normalised
 */
public record HrefPolicy(List<Path> allowedRoots) {

  public HrefPolicy {
    allowedRoots = allowedRoots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /**
   * The file an href means.
   *
   * @param folder of the document the href stands in
   * @param owner what to call the document in a message
   * @throws UserException if it leads where it may not
   */
  public Path resolve(Path folder, String href, String owner) {
    Path home = folder.toAbsolutePath().normalize();
    Path target = home.resolve(pathOf(href, owner)).normalize();
    boolean allowed = target.startsWith(home) || allowedRoots.stream().anyMatch(target::startsWith);
    if (!allowed) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          owner
              + ": href '"
              + href
              + "' leads out of the document's folder; name the place with --allow-root if you trust"
              + " it");
    }
    return target;
  }

  private static Path pathOf(String href, String owner) {
    try {
      if (href.startsWith("file:")) {
        return Path.of(URI.create(href));
      }
      if (href.contains("://")) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            owner
                + ": href '"
                + withoutQuery(href)
                + "' is not a file; only files can be read yet");
      }
      return Path.of(href);
    } catch (IllegalArgumentException broken) {
      throw new UserException(
          ExitCode.UNAVAILABLE, owner + ": href '" + href + "' is not a path", broken);
    }
  }

  private static String withoutQuery(String href) {
    int query = href.indexOf('?');
    return query < 0 ? href : href.substring(0, query);
  }
}

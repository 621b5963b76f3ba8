package org.sitewatch.report.run;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sitewatch.sites.Sha256;

/**
 * A scene whose pixels a run used.
 *
 * @param href without credentials, query and fragment; of a file outside the workspace only the
 *     name, so that a manifest tells nothing of the machine it was made on
 * @param sha256 of the pixel codes used
 * @param processingBaseline empty if the scene names none
 * @param offsetDecision which offset was applied and why
 * @param itemSha256 of what the catalog said of it, without the folders its files lay in; empty in
 *     manifests of before it was kept
 */
public record SceneInput(
    String id,
    String href,
    String sha256,
    String processingBaseline,
    String offsetDecision,
    String itemSha256)
    implements Serializable {
  private static final Pattern CREDENTIALS = Pattern.compile("^([a-z][a-z0-9+.-]*://)[^/]*@");
  private static final Pattern ABSOLUTE_FILE =
      Pattern.compile("(?s)^(file:|[/\\\\]|[A-Za-z]:[/\\\\]).*");

  public SceneInput {
    href = withoutSecrets(href);
    if (!Sha256.isDigest(sha256) || !itemSha256.isEmpty() && !Sha256.isDigest(itemSha256)) {
      throw new IllegalArgumentException(
          "scene '" + id + "': '" + sha256 + "' is no SHA-256 in lower-case hex");
    }
  }

  SceneInput withoutItem() {
    return new SceneInput(id, href, sha256, processingBaseline, offsetDecision, "");
  }

  private static String withoutSecrets(String href) {
    if (ABSOLUTE_FILE.matcher(href.toLowerCase(Locale.ROOT)).matches()) {
      return href.substring(Math.max(href.lastIndexOf('/'), href.lastIndexOf('\\')) + 1);
    }
    int scheme = href.indexOf("://");
    if (scheme < 0) {
      return href;
    }
    String lower = href.substring(0, scheme).toLowerCase(Locale.ROOT) + href.substring(scheme);
    String plain = lower.split("[?#]", 2)[0];
    return CREDENTIALS.matcher(plain).replaceFirst("$1");
  }
}

package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.sitewatch.sites.Sha256;

/**
 * Which model of the season judges a site's looks of one series, and what it was learnt from: what
 * was found out under one basis holds for no other.
 *
 * @param learntOn refit day of the model, or null where the history is not long; read it by {@link
 *     #model()}
 * @param sha256 over settings, outline, grid and the looks before that day with their pixels;
 *     without a model no looks are in it
 */
public record ModelBasis(LocalDate learntOn, String sha256) implements Serializable {

  public ModelBasis {
    if (!Sha256.isDigest(sha256)) {
      throw new IllegalArgumentException("'" + sha256 + "' is no SHA-256 in lower-case hex");
    }
  }

  public Optional<LocalDate> model() {
    return Optional.ofNullable(learntOn);
  }
}

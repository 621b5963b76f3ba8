package org.sitewatch.ingest.stac.profile;

import java.util.List;

/**
 * Images that are read with a token which anybody may ask for: Azure's shared access signature, put
 * behind the address as its query. The token is asked for when an image is read and never kept.
 *
 * @param token where it is asked for, answered as {@code {"token": …, "msft:expiry": …}}
 * @param hosts whose images it opens
 */
public record Signing(String token, List<String> hosts) {
  /** The one kind there is. */
  public static final String AZURE_SAS = "azure-sas";

  public Signing {
    hosts = List.copyOf(hosts);
  }
}

package org.sitewatch.ingest.source;

import java.io.IOException;

/** By what address a file is read: asked for again when one that was signed has run out. */
@FunctionalInterface
interface AddressInForce {
  /**
   * @throws IOException if there is nothing to sign it with, or nobody who does
   */
  WebAddress now() throws IOException;
}

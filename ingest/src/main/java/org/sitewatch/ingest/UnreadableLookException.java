package org.sitewatch.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A look whose tiles were known by their labels only cannot be read after all. The stack has to be
 * read again without {@link KnownLooks}: then the look is a failed one.
 */
public final class UnreadableLookException extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  UnreadableLookException(IOException cause) {
    super(cause);
  }
}

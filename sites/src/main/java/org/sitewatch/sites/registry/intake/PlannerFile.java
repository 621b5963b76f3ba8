package org.sitewatch.sites.registry.intake;

import java.io.IOException;
import java.util.List;
import org.sitewatch.sites.registry.RawLayer;

/** An open file of one format, with its layers. */
interface PlannerFile {
  /** In words. */
  String format();

  /** Names of its layers; one where the format knows no layers. */
  List<String> layers() throws IOException;

  /**
   * @param layer one of {@link #layers}
   */
  RawLayer read(String layer) throws IOException;

  /** The layer meant where none is named, empty if it has to be named. */
  default java.util.Optional<String> preferred() throws IOException {
    return layers().size() == 1
        ? java.util.Optional.of(layers().get(0))
        : java.util.Optional.empty();
  }

  /** Whether names serve as ids where there are none. */
  default boolean nameMayServe() {
    return false;
  }
}

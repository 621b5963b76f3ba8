package org.sitewatch.ingest.source;

import java.io.IOException;
import java.io.Serializable;
import org.sitewatch.ingest.tiff.ByteSource;
import org.sitewatch.ingest.tiff.FileByteSource;
import org.sitewatch.ingest.tiff.TiffReader;

/**
 * Opens what lies anywhere. Goes over the wire; connections are made where it arrives.
 *
 * @param limits how long servers are waited for
 */
public record SourceDoor(WebLimits limits) implements Serializable {
  public static final SourceDoor DEFAULT = new SourceDoor(WebLimits.DEFAULT);

  /**
   * @throws java.nio.file.NoSuchFileException of a file
   * @throws WebException of an address
   */
  public ByteSource open(Location location) throws IOException {
    if (location instanceof WebAddress address) {
      return new HttpByteSource(client(), address);
    }
    return FileByteSource.open(((LocalFile) location).path());
  }

  /** An image, its header read. */
  public TiffReader openTiff(Location location) throws IOException {
    return TiffReader.open(open(location), location.toString());
  }

  public WebClient client() {
    return WebClient.with(limits);
  }
}

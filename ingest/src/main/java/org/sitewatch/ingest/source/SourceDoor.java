package org.sitewatch.ingest.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
   * @throws NoSuchFileException of a file
   * @throws FileSystemException where a folder lies in its place
   * @throws WebException of an address or an object
   */
  public ByteSource open(Location location) throws IOException {
    if (location instanceof LocalFile file) {
      if (Files.isDirectory(file.path())) {
        throw new FileSystemException(file.toString(), null, "is a folder, expected an image");
      }
      return FileByteSource.open(file.path());
    }
    try {
      return new HttpByteSource(client(), () -> addressOf(location));
    } catch (WebException failed) {
      throw location instanceof S3Address ? failed.advised(S3Store.ADVICE) : failed;
    }
  }

  /**
   * By what address something of the web or of a store is read just now: signed where it has to be.
   * Not to be kept or shown.
   *
   * @throws IOException if there is nothing to sign it with
   */
  public WebAddress addressOf(Location location) throws IOException {
    if (location instanceof S3Address object) {
      return S3Store.ofEnvironment().address(object, Instant.now());
    }
    return TokenBook.SHIPPED.signed((WebAddress) location, client());
  }

  /** An image, its header read. */
  public TiffReader openTiff(Location location) throws IOException {
    return TiffReader.open(open(location), location.toString());
  }

  /** An image that is being opened. */
  @FunctionalInterface
  public interface Opening {
    /** Waits for it; the caller closes it. */
    TiffReader reader() throws IOException;
  }

  /**
   * Begins to open images: those behind a server all at a time, files one by one when asked for.
   */
  public List<Opening> openTiffs(List<Location> locations) {
    var openings = new ArrayList<Opening>();
    for (Location location : locations) {
      if (location instanceof LocalFile) {
        openings.add(() -> openTiff(location));
      } else {
        openings.add(begun(location));
      }
    }
    return openings;
  }

  private Opening begun(Location location) {
    ExecutorService workers = client().workers(serverOf(location));
    Future<TiffReader> future = workers.submit(() -> openTiff(location));
    return () -> await(future, location);
  }

  private static String serverOf(Location location) {
    return location instanceof S3Address object
        ? object.bucket()
        : ((WebAddress) location).uri().getRawAuthority();
  }

  private static TiffReader await(Future<TiffReader> future, Location location) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(location + ": opening it was interrupted");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException problem) {
        throw problem;
      }
      if (failed.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  public WebClient client() {
    return WebClient.with(limits);
  }
}

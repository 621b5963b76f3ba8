package org.sitewatch.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitewatch.ingest.tiff.Compression;
import org.sitewatch.ingest.tiff.PixelBytes;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffException;
import org.sitewatch.ingest.tiff.TiffReader;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/**
 * Windows of scenes as they came, on disk: {@code <root>/<site>/<grid>/<scene>.<part>.tif}, raw
 * codes on their native lattice, a small unpacked GeoTIFF each that carries the sha256 of its
 * pixels. A file is written once, whole, and never again; a missing file is work not done. Beside
 * it may lie {@code .failed}: one sentence that says why the last try did not get it.
 *
 * @param root folder that every executor reaches
 */
public record TileStore(String root) implements TileIndex, Serializable {
  static final String HASH_KEY = "SITEWATCH_PIXEL_SHA256";
  static final String SUM_KEY = "SITEWATCH_PIXEL_CRC32C";
  static final String SCENE_KEY = "SITEWATCH_SCENE";
  static final String WINDOW_KEY = "SITEWATCH_SOURCE_WINDOW";

  /**
   * A stored window.
   *
   * @param sha256 of its codes, as recorded when they were stored
   */
  public record StoredTile(Samples codes, PixelGrid grid, String sha256) {}

  /** Where a tile lies, whether it is there or not. */
  public Path fileOf(TileKey key) {
    return folderOf(key.siteId(), key.siteGrid())
        .resolve(TileIndex.fileName(key.sceneId(), key.part()));
  }

  private Path folderOf(String siteId, PixelGrid siteGrid) {
    return Path.of(root).resolve(Tile.siteKey(siteId)).resolve(Tile.gridKey(siteGrid));
  }

  @Override
  public Set<String> names(String siteId, PixelGrid siteGrid) {
    try (Stream<Path> files = Files.list(folderOf(siteId, siteGrid))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    } catch (NoSuchFileException none) {
      return Set.of();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "the tile store cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  public boolean has(TileKey key) {
    return Files.exists(fileOf(key));
  }

  /**
   * Stores a window.
   *
   * @param window of the part's image that the codes are
   */
  void put(TileKey key, ScenePart part, PixelWindow window, Samples codes) throws IOException {
    Path file = fileOf(key);
    if (!Files.isDirectory(file.getParent())) {
      Files.createDirectories(file.getParent());
    }
    TiffWriter writer = writer(key, part, window, codes);
    writer.writeAtomically(file);
    Path failure = failureOf(file);
    if (Files.exists(failure)) {
      Files.delete(failure);
    }
  }

  /** What a tile's file holds: the same bytes whenever it is asked for. */
  static TiffWriter writer(TileKey key, ScenePart part, PixelWindow window, Samples codes) {
    PixelGrid grid =
        part.grid().crop(window.column(), window.row(), window.width(), window.height());
    TiffWriter writer =
        TiffWriter.of(codes, grid)
            .compression(Compression.NONE)
            .bandNames(part.bands())
            .metadata(SCENE_KEY, key.sceneId())
            .metadata(
                WINDOW_KEY,
                window.column() + "," + window.row() + "," + window.width() + "," + window.height())
            .digests(HASH_KEY, SUM_KEY);
    double nodata = part.assets().get(0).calibration().nodata();
    if (!Double.isNaN(nodata)) {
      writer.nodata(nodata);
    }
    return writer;
  }

  /**
   * The tile with its pixels compared with the CRC-32C beside them, which notices damage. Tiles of
   * earlier versions have none; their sha256 is computed.
   *
   * @return empty if the tile is not there
   * @throws IOException if it is there and cannot be read, or its pixels are not those recorded
   */
  public Optional<StoredTile> find(TileKey key) throws IOException {
    return read(key, false);
  }

  /**
   * The same, and it lies where it must.
   *
   * @param place the window of the image that its scene's entry in the catalog names
   */
  Optional<StoredTile> find(TileKey key, PixelGrid place) throws IOException {
    Optional<StoredTile> tile = find(key);
    if (tile.isPresent() && !tile.get().grid().equals(place)) {
      throw new TiffException(
          fileOf(key).toString(), "does not lie where the scene's entry in the catalog says");
    }
    return tile;
  }

  /**
   * The same as {@link #find(TileKey)}, with the sha256 computed again: notices also what was
   * changed on purpose.
   */
  public Optional<StoredTile> findVerified(TileKey key) throws IOException {
    return read(key, true);
  }

  private Optional<StoredTile> read(TileKey key, boolean verify) throws IOException {
    Path file = fileOf(key);
    try (TiffReader reader = TiffReader.open(file)) {
      var header = reader.header();
      PixelGrid grid =
          header
              .georeference()
              .grid(header.width(), header.height())
              .orElseThrow(() -> new TiffException(file.toString(), "has lost its georeference"));
      reader.checkBlocks(); // a damaged header may promise more pixels than memory holds
      Samples codes = reader.readWindow(new PixelWindow(0, 0, header.width(), header.height()));
      String recorded = header.metadata().getOrDefault(HASH_KEY, "");
      String sum = header.metadata().getOrDefault(SUM_KEY, "");
      boolean bySum = !verify && !sum.isEmpty() && !recorded.isEmpty();
      if (bySum
          ? !PixelBytes.crc32c(codes).equals(sum)
          : !PixelBytes.sha256(codes).equals(recorded)) {
        throw new TiffException(file.toString(), "does not hold the pixels that were stored");
      }
      return Optional.of(new StoredTile(codes, grid, recorded));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (AccessDeniedException denied) {
      throw new IOException(file + ": access denied", denied);
    }
  }

  /**
   * Moves a tile out of the way if it is there and is not what was stored, so that it is cut again;
   * it stays beside its place with the ending {@code .damaged}. One that cannot be read stays where
   * it is: that says nothing of what is in it.
   *
   * @return in a sentence what it is, if it is either
   */
  Optional<String> setAsideDamaged(TileKey key, PixelGrid place) {
    try {
      find(key, place);
      return Optional.empty();
    } catch (IOException damaged) {
      if (!(damaged instanceof TiffException tiff) || tiff.isUnread()) {
        return Optional.of(damaged.getMessage() + "; make it readable and scan again");
      }
      Path file = fileOf(key);
      try {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".damaged"),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException unwritable) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            "the tile store cannot be written: " + unwritable.getMessage(),
            unwritable);
      }
      return Optional.of(damaged.getMessage() + "; it was set aside to be cut again");
    }
  }

  /** Notes why a tile could not be had, for whoever looks for it later. */
  public void markFailed(TileKey key, String reason) {
    Path note = failureOf(fileOf(key));
    try {
      Files.createDirectories(note.getParent());
      WholeFile.write(note, beside -> Files.writeString(beside, reason + "\n"));
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "the tile store cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  /** Why the last try to get a tile failed; empty if there was none or it went well. */
  public Optional<String> failureReason(TileKey key) {
    try {
      return Optional.of(Files.readString(failureOf(fileOf(key))).strip());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of("why it failed cannot be read: " + unreadable.getMessage());
    }
  }

  /** Removes all that was cut out of a scene, so that it is cut again. */
  public void forget(String sceneId) {
    if (!Files.isDirectory(Path.of(root))) {
      return;
    }
    var name = Pattern.compile(Pattern.quote(Tile.siteKey(sceneId)) + "\\.[^.]+\\.tif(\\.failed)?");
    try (Stream<Path> files = Files.find(Path.of(root), 3, (path, kind) -> kind.isRegularFile())) {
      for (Path file :
          files.filter(f -> name.matcher(f.getFileName().toString()).matches()).toList()) {
        Files.delete(file);
      }
    } catch (IOException undeletable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "the tile store cannot be written: " + undeletable.getMessage(),
          undeletable);
    }
  }

  private static Path failureOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".failed");
  }
}

package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/**
 * The scenes of a workspace on disk: a static STAC catalog with one item a scene.
 *
 * @param folder {@code <workspace>/scenes}
 */
public record SceneFolder(Path folder) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  static final String CATALOG_ID = "catalog";
  private static final String CATALOG = CATALOG_ID + ".json";

  /** All registered scenes; none if the folder is not there. */
  public SceneCatalog load() {
    var scenes = new ArrayList<Scene>();
    for (Path file : itemFiles()) {
      JsonNode item = JsonDocument.read(file).root();
      try {
        scenes.add(SceneJson.read(item));
      } catch (IllegalArgumentException
          | java.time.DateTimeException
          | java.util.NoSuchElementException broken) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            file
                + ": not a registered scene ("
                + broken.getMessage()
                + "); remove it and add the scene again",
            broken);
      }
    }
    return catalogOf(scenes);
  }

  private SceneCatalog catalogOf(List<Scene> scenes) {
    try {
      return new SceneCatalog(scenes);
    } catch (IllegalArgumentException twice) {
      throw new UserException(
          ExitCode.UNAVAILABLE, folder + ": " + twice.getMessage() + "; remove one file", twice);
    }
  }

  /** Writes items and the catalog that links them; items of the same id are replaced. */
  public void save(Collection<Scene> scenes) {
    try {
      Files.createDirectories(folder);
      for (Scene scene : scenes) {
        boolean secret =
            scene.assets().stream()
                .anyMatch(asset -> !asset.href().equals(Location.withoutKey(asset.href())));
        write(folder.resolve(Tile.siteKey(scene.id()) + ".json"), SceneJson.write(scene), secret);
      }
      write(folder.resolve(CATALOG), catalog(), false);
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  private ObjectNode catalog() {
    ObjectNode catalog = JsonNodeFactory.instance.objectNode();
    catalog.put("type", "Catalog").put("stac_version", "1.0.0").put("id", "scenes");
    catalog.put("description", "Scenes registered in this workspace");
    var links = catalog.putArray("links");
    links
        .addObject()
        .put("rel", "root")
        .put("href", "./" + CATALOG)
        .put("type", "application/json");
    for (Path file : itemFiles()) {
      links
          .addObject()
          .put("rel", "item")
          .put("href", "./" + file.getFileName())
          .put("type", "application/geo+json");
    }
    return catalog;
  }

  private List<Path> itemFiles() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var byName = new TreeMap<String, Path>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".json") && !file.endsWith(CATALOG))
          .forEach(file -> byName.put(file.getFileName().toString(), file));
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
    return List.copyOf(byName.values());
  }

  /**
   * @param secret whether nobody but the owner may read it, where the file system knows owners
   */
  private static void write(Path file, JsonNode document, boolean secret) throws IOException {
    String text = MAPPER.writer(PRINTER).writeValueAsString(document) + "\n";
    WholeFile.write(
        file,
        beside -> {
          if (secret && Files.getFileStore(folderOf(file)).supportsFileAttributeView("posix")) {
            Files.createFile(beside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
          }
          Files.writeString(beside, text);
        });
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().getParent();
  }
}

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
  private static final String EDITED = "is not in the form it was written in; it was edited";

  /** All registered scenes; none if the folder is not there. */
  public SceneCatalog load() {
    var scenes = new ArrayList<Scene>();
    for (Path file : itemFiles()) {
      scenes.add(read(file));
    }
    return catalogOf(scenes);
  }

  /**
   * One registered scene, whatever the others look like; empty if its item is not there.
   *
   * @throws UserException if the item is none that was registered
   */
  public Optional<Scene> find(String sceneId) {
    Path file = fileOf(sceneId);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Where the item of a scene lies, whether it is there or not. */
  public Path fileOf(String sceneId) {
    return folder.resolve(Tile.siteKey(sceneId) + ".json");
  }

  /** File names of all items without their ending: the key of a scene's tiles, too. */
  public List<String> fileNames() {
    return itemFiles().stream()
        .map(file -> file.getFileName().toString())
        .map(name -> name.substring(0, name.length() - ".json".length()))
        .toList();
  }

  private static Scene read(Path file) {
    JsonNode item = JsonDocument.read(file).root();
    try {
      return SceneJson.read(item);
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

  /**
   * Names every item that is not the one registered, and the catalog itself if it is not what
   * registering wrote: half a sentence each, by file name. A catalog of before items had checksums
   * tells of none.
   */
  public SortedMap<String, String> faults() {
    var faults = new TreeMap<String, String>();
    Path file = folder.resolve(CATALOG);
    if (!Files.isRegularFile(file)) {
      return Files.isDirectory(folder)
          ? new TreeMap<>(Map.of(CATALOG, "is missing"))
          : Collections.emptySortedMap();
    }
    try {
      var checksums = CatalogChecksums.read(file);
      if (checksums.isEmpty()) {
        if (!Files.readString(file).equals(text(catalogWithoutChecksums()))) {
          faults.put(CATALOG, EDITED);
        }
        return faults;
      }
      for (Path item : itemFiles()) {
        String then = checksums.findOf(item).orElse("");
        if (then.isEmpty()) {
          faults.put(
              item.getFileName().toString(), "is named nowhere: scenes/" + CATALOG + " lacks it");
        } else if (!then.equals(CatalogChecksums.compute(item))) {
          faults.put(
              item.getFileName().toString(),
              "differs from its checksum in scenes/" + CATALOG + ", or that was changed");
        }
      }
      for (String name : checksums.names()) {
        if (!Files.isRegularFile(folder.resolve(name))) {
          faults.put(name, "is missing");
        }
      }
      if (faults.isEmpty() && !Files.readString(file).equals(text(catalog(checksums)))) {
        faults.put(CATALOG, EDITED);
      }
    } catch (IOException unreadable) {
      faults.put(CATALOG, "cannot be read: " + unreadable.getMessage());
    } catch (UserException broken) {
      faults.put(CATALOG, "is broken");
    }
    return faults;
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
      var checksums = CatalogChecksums.read(folder.resolve(CATALOG));
      for (Scene scene : scenes) {
        boolean secret =
            scene.assets().stream()
                .anyMatch(asset -> !asset.href().equals(Location.withoutKey(asset.href())));
        Path file = fileOf(scene.id());
        write(file, SceneJson.write(scene), secret);
        checksums.forget(file);
      }
      write(folder.resolve(CATALOG), catalog(checksums), false);
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  private ObjectNode catalog(CatalogChecksums checksums) throws IOException {
    ObjectNode catalog = JsonNodeFactory.instance.objectNode();
    catalog.put("type", "Catalog").put("stac_version", "1.0.0").put("id", "scenes");
    catalog.putArray("stac_extensions").add(CatalogChecksums.EXTENSION);
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
          .put("type", "application/geo+json")
          .put(CatalogChecksums.FIELD, checksums.of(file));
    }
    return catalog;
  }

  /** As it was before items had checksums. */
  private ObjectNode catalogWithoutChecksums() throws IOException {
    ObjectNode catalog = catalog(CatalogChecksums.NONE);
    catalog.remove("stac_extensions");
    catalog.path("links").forEach(link -> ((ObjectNode) link).remove(CatalogChecksums.FIELD));
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
    String text = text(document);
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

  private static String text(JsonNode document) throws IOException {
    return MAPPER.writer(PRINTER).writeValueAsString(document) + "\n";
  }
}

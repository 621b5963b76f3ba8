package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneAsset;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.Sensor;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;

/** Registers scenes: finds the items, opens their files, keeps what is sound, names what is not. */
public final class SceneRegistration {

  /** Control characters, line ends, marks that turn the direction, halves of characters. */
  private static final String UNSEEN_LETTER = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]";

  private static final String UNSEEN = "(?s).*" + UNSEEN_LETTER + ".*";

  /** No picture of the ground from the air is older. */
  private static final int FIRST_YEAR = 1850;

  private static final int LAST_YEAR = 2200;

  private final Path root;
  private final HrefPolicy policy;
  private final Map<String, Scene> known;
  private final boolean force;
  private final SourceDoor door;
  private final Map<String, Scene> added = new LinkedHashMap<>();
  private final Map<String, Scene> refreshed = new LinkedHashMap<>();
  private final List<String> refusals = new ArrayList<>();
  private Optional<Double> offset_dn = Optional.empty();
  private int unchanged;

  /**
   * @param root of the workspace, absolute
   * @param force replace scenes of the same id that differ
   */
  public SceneRegistration(
      Path root, SceneCatalog known, HrefPolicy policy, boolean force, SourceDoor door) {
    this.root = root;
    this.policy = policy;
    this.known = known.byId();
    this.force = force;
    this.door = door;
  }

  /** From now on Sentinel-2's codes have this added, whatever documents say. */
  public void setOffset(double offset_dn) {
    this.offset_dn = Optional.of(offset_dn);
  }

  /** A STAC document, or an image if it comes with what a bare image lacks. */
  public void add(Location file, Optional<BareImage> bare) {
    if (bare.isPresent()) {
      keep(() -> SceneOpener.open(bare.get().draft(file), root, door, offset_dn));
      return;
    }
    try {
      for (ItemCrawler.FoundItem item : ItemCrawler.crawl(file, policy, door)) {
        keep(() -> SceneOpener.open(ItemReader.read(item, policy), root, door, offset_dn));
      }
    } catch (UserException broken) {
      refusals.add(broken.getMessage());
    }
  }

  /**
   * An item that stands in no document of its own; one of an id that is registered is taken for the
   * same unless it is to be replaced.
   *
   * @param folder that its hrefs are relative to
   */
  public void addItem(JsonNode item, String document, Location folder) {
    boolean isSigned = item.path("assets").toString().contains("?"); // its keys may be new
    if (!force && !isSigned && known.containsKey(item.path("id").asText())) {
      unchanged++;
      return;
    }
    var found = new ItemCrawler.FoundItem(item, document, folder);
    keep(() -> SceneOpener.open(ItemReader.read(found, policy), root, door, offset_dn));
  }

  /** Scenes that are new or replace one. */
  public List<Scene> added() {
    return List.copyOf(added.values());
  }

  /** Known scenes whose addresses were signed anew: to be saved, but no other pictures. */
  public List<Scene> refreshed() {
    return List.copyOf(refreshed.values());
  }

  /** Scenes that were registered already, the same, refreshed ones among them. */
  public int unchanged() {
    return unchanged;
  }

  /** One sentence for each file or item that was refused. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  private void keep(java.util.function.Supplier<Scene> opened) {
    try {
      Scene scene = opened.get();
      check(scene);
      Scene earlier = added.getOrDefault(scene.id(), known.get(scene.id()));
      if (scene.equals(earlier)
          || earlier != null && SceneJson.write(scene).equals(SceneJson.write(earlier))) {
        unchanged++;
      } else if (earlier != null
          && !added.containsKey(scene.id())
          && isSignedAnew(scene, earlier)) {
        refreshed.put(scene.id(), scene);
        unchanged++;
      } else if (earlier != null && !force) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            "scene '"
                + scene.id()
                + "' is registered already and differs; use --force to replace it");
      } else {
        added.put(scene.id(), scene);
      }
    } catch (UserException broken) {
      refusals.add(broken.getMessage());
    }
  }

  /** Whether only the queries of addresses differ: keys that run out. */
  private static boolean isSignedAnew(Scene scene, Scene earlier) {
    return SceneJson.write(unsigned(scene)).equals(SceneJson.write(unsigned(earlier)));
  }

  private static Scene unsigned(Scene scene) {
    return new Scene(
        scene.id(),
        scene.collection(),
        scene.datetime(),
        scene.sensor(),
        scene.acquisition(),
        scene.footprint(),
        scene.assets().stream().map(SceneRegistration::unsigned).toList());
  }

  private static SceneAsset unsigned(SceneAsset asset) {
    return new SceneAsset(
        asset.key(),
        Location.withoutKey(asset.href()),
        asset.bands(),
        asset.mask(),
        asset.calibration(),
        asset.grid(),
        asset.storage());
  }

  /** An id names files and stands in messages and reports; a date decides what is history. */
  private static void check(Scene scene) {
    String id = scene.id();
    boolean isWord = id.length() <= ItemHeader.MAX_ID_LENGTH && !id.matches(UNSEEN);
    if (!isWord || id.equalsIgnoreCase(SceneFolder.CATALOG_ID)) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "scene '"
              + Quote.of(id).replaceAll(UNSEEN_LETTER, "?")
              + "': an id must have at most "
              + ItemHeader.MAX_ID_LENGTH
              + " characters, none that is not seen, and not be '"
              + SceneFolder.CATALOG_ID
              + "'");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(SceneJson.write(scene).toString())) {
      throw new UserException(
          ExitCode.UNAVAILABLE, "scene '" + id + "': has halves of characters in its names");
    }
    Sensor.ofId(scene.sensor())
        .lackOf(scene)
        .ifPresent(
            lack -> {
              throw new UserException(
                  ExitCode.UNAVAILABLE, "scene '" + id + "' of " + scene.sensor() + ": " + lack);
            });
    int year = scene.date().getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "scene '"
              + id
              + "': its year must be from "
              + FIRST_YEAR
              + " to "
              + LAST_YEAR
              + ", got "
              + year);
    }
  }
}

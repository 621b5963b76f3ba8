package org.sitewatch.cli.fuzz;

import static org.sitewatch.cli.fuzz.WrongValueException.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneAsset;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.source.WebLimits;
import org.sitewatch.ingest.stac.HrefPolicy;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.ingest.stac.SceneRegistration;
import org.sitewatch.ingest.stac.profile.CatalogProfile;
import org.sitewatch.ingest.stac.profile.ProfileShelf;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.UserException;

/** STAC documents as people add them, as they are kept, and profiles of catalogues. */
final class SceneDocuments {
  static final WebLimits IMPATIENT =
      new WebLimits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          1,
          Duration.ofMillis(1),
          Duration.ofMillis(1));

  static final JsonDamage JSON =
      new JsonDamage(
          TextDamage.of(
              "type",
              "Feature",
              "FeatureCollection",
              "Catalog",
              "links",
              "rel",
              "next",
              "href",
              "id",
              "collection",
              "properties",
              "datetime",
              "assets",
              "eo:bands",
              "raster:bands",
              "scale",
              "offset",
              "nodata",
              "proj:epsg",
              "proj:shape",
              "proj:transform",
              "roles",
              "geometry",
              "coordinates",
              "null",
              "\"../../../etc/passwd\"",
              "\"file:///etc/hosts\"",
              "1e400",
              "-0",
              "platform",
              "stac_version",
              "features",
              "bbox",
              "signing",
              "name"));

  private static final PixelGrid GRID = PixelGrid.northUp(32648, 300_000, 5_240_000, 10, 16, 16);
  private static final String ASSET =
      "{'href':'./%s.tif','proj:epsg':32648,'proj:shape':[16,16],"
          + "'proj:transform':[10,0,300000,0,-10,5240000],'roles':['data'],"
          + "'eo:bands':[{'name':'%s','common_name':'%s'}],"
          + "'raster:bands':[{'scale':0.0001,'offset':-0.1,'nodata':0}]}";

  private final Path folder;
  private final SourceDoor door = new SourceDoor(IMPATIENT);
  private final List<byte[]> items = new ArrayList<>();
  private final List<byte[]> kept = new ArrayList<>();

  /**
   * @param folder of its own
   */
  SceneDocuments(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("kept"));
    for (String band : List.of("red", "nir")) {
      Samples samples = Samples.of(SampleType.U16, 16, 16, List.of(new short[256]));
      TiffWriter.of(samples, GRID).writeAtomically(folder.resolve(band + ".tif"));
    }
    String item = item("a", "sentinel-2-l2a");
    items.add(json(item));
    items.add(json(item("b", "unknown")));
    items.add(json("{'type':'FeatureCollection','features':[" + item + "]}"));
    for (int i = 0; i < 2; i++) {
      var scenes = new SceneFolder(folder.resolve("seed" + i));
      scenes.save(registered(items.get(i)).added());
      kept.add(Files.readAllBytes(scenes.fileOf(i == 0 ? "a" : "b")));
    }
  }

  static String item(String id, String collection) {
    return "{'type':'Feature','stac_version':'1.0.0','id':'"
        + id
        + "','collection':'"
        + collection
        + "','geometry':{'type':'Polygon','coordinates':[[[102.3,47.2],[102.4,47.2],[102.4,47.3],"
        + "[102.3,47.3],[102.3,47.2]]]},'properties':{'datetime':'2024-05-03T04:10:31Z',"
        + "'platform':'sentinel-2a','constellation':'sentinel-2','eo:cloud_cover':12.5,"
        + "'s2:processing_baseline':'05.10','grid:code':'MGRS-48TUT'},'links':[],'assets':{'red':"
        + ASSET.formatted("red", "red", "red")
        + ",'nir':"
        + ASSET.formatted("nir", "nir", "nir")
        + "}}";
  }

  static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  static DocumentTarget.Maker damaged(List<byte[]> documents) {
    return (SplittableRandom chance) -> {
      byte[] document = PlannerFiles.pick(documents, chance);
      return chance.nextInt(50) == 0
          ? FuzzInput.told(document, true)
          : FuzzInput.of(JSON.hit(document, PlannerFiles.pick(documents, chance), chance));
    };
  }

  List<FuzzTarget> targets() {
    var profiles = new ArrayList<byte[]>();
    for (CatalogProfile profile : ProfileShelf.shipped()) {
      profiles.add(written(profile));
    }
    return List.of(
        new DocumentTarget("items", damaged(items), this::takesItem, 2),
        new DocumentTarget("scenes", damaged(kept), this::takesKept, 1),
        new DocumentTarget("profiles", damaged(profiles), this::takesProfile, 1));
  }

  /** Without what only shipped ones may have. */
  private static byte[] written(CatalogProfile profile) {
    return json(
        "{'name':'%s','title':'t','api':'%s','collections':['c','d'],'sensor':'%s',"
                .formatted(profile.name(), profile.api(), profile.sensor())
            + "'assets':{'B04':'red','B08':['nir','nir08']},'masks':['SCL'],'access':'open'}");
  }

  private SceneRegistration registered(byte[] document) throws IOException {
    Path file = Files.write(folder.resolve("item.json"), document);
    var registration =
        new SceneRegistration(
            folder, new SceneCatalog(List.of()), new HrefPolicy(List.of()), false, door);
    registration.add(Location.of(file.toString()), Optional.empty());
    return registration;
  }

  /** What is registered lies in the folder, on the grid of its file, and can be read again. */
  private boolean takesItem(FuzzInput input) throws IOException {
    SceneRegistration registration = registered(input.bytes());
    for (Scene scene : registration.added()) {
      int year = scene.date().getYear();
      check(year >= 1850 && year <= 2200, "year " + year);
      for (SceneAsset asset : scene.assets()) {
        check(asset.grid().equals(GRID), "grid " + asset.grid());
        check(List.of("red.tif", "nir.tif").contains(asset.href()), "href " + asset.href());
        check(asset.calibration().scale() != 0, "scale 0");
      }
    }
    if (!registration.added().isEmpty()) {
      var kept = new SceneFolder(folder.resolve("kept"));
      kept.save(registration.added());
      for (Scene scene : registration.added()) {
        check(
            kept.find(scene.id()).isPresent()
                && kept.find(scene.id()).get().id().equals(scene.id()),
            "a scene is not read as it was written");
        Files.delete(kept.fileOf(scene.id()));
      }
      Files.deleteIfExists(folder.resolve("kept/catalog.json"));
    }
    refuse(registration.refusals());
    return true;
  }

  private static void refuse(List<String> refusals) {
    if (!refusals.isEmpty()) {
      throw new UserException(ExitCode.UNAVAILABLE, refusals.get(0));
    }
  }

  private boolean takesKept(FuzzInput input) throws IOException {
    Path scenes = Files.createDirectories(folder.resolve("load"));
    Files.write(scenes.resolve("a.json"), input.bytes());
    for (Scene scene : new SceneFolder(scenes).load().scenes()) {
      check(!scene.assets().isEmpty() && !scene.footprint().isEmpty(), "an empty scene");
      for (SceneAsset asset : scene.assets()) {
        check(Double.isFinite(asset.calibration().scale()), "a scale that is none");
      }
    }
    return true;
  }

  private boolean takesProfile(FuzzInput input) throws IOException {
    Path file = Files.write(folder.resolve("profile.json"), input.bytes());
    CatalogProfile profile = ProfileShelf.choose(file.toString());
    check(profile.signing().isEmpty(), "a token from a user's own file");
    check(!profile.name().isBlank(), "a profile without a name");
    var item = JsonDamage.read(items.get(input.mark() % 2));
    profile.prepare((com.fasterxml.jackson.databind.node.ObjectNode) item);
    return true;
  }
}

package org.sitewatch.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.source.LocalFile;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.stac.HrefPolicy;
import org.sitewatch.ingest.stac.SceneRegistration;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/** Sentinel-2 items with files over one site, told truly or falsely, registered and read. */
final class OffsetScenes {
  static final double SHIFT_DN = 1000;

  private static final PixelGrid FINE = PixelGrid.northUp(32648, 300_000, 5_240_000, 10, 128, 128);
  private static final PixelGrid COARSE = PixelGrid.northUp(32648, 300_000, 5_240_000, 20, 64, 64);
  private static final List<String> BANDS = List.of("blue", "green", "red", "nir", "swir16");
  private static final byte VEGETATION = 4;

  /** Steppe, whose darkest pixels are below 0.08 in the visible bands. */
  static final int[] DARK_DN = {500, 800, 1200, 2400, 2800};

  /** A playa without a dark pixel: no number tells that 0.1 is missing. */
  static final int[] BRIGHT_DN = {2000, 2500, 2900, 3400, 3900};

  private final Path folder;
  private final List<Path> items = new ArrayList<>();
  private Optional<Double> offset_dn = Optional.empty();

  OffsetScenes(Path folder) {
    this.folder = folder;
  }

  /** What an item says; empty = it says nothing. */
  record Told(Optional<Boolean> flag, Optional<Double> offset, String baseline) {
    static final Told HONEST = new Told(Optional.of(false), Optional.of(-0.1), "05.10");
  }

  /** The number of a pixel before the offset, from its level in a band, its column and its row. */
  interface Ground {
    Ground USUAL = (level, column, row) -> level;

    double dn(double level, int column, int row);
  }

  void setOffset(double offset_dn) {
    this.offset_dn = Optional.of(offset_dn);
  }

  /** The next scene, ten days after the one before. */
  String add(Told told, boolean isShifted, int[] levels) throws IOException {
    return add(told, isShifted, levels, Ground.USUAL);
  }

  String add(Told told, boolean isShifted, int[] levels, Ground ground) throws IOException {
    LocalDate day = LocalDate.of(2024, 4, 1).plusDays(10L * items.size());
    String id = "S2A_48TUT_" + day.toString().replace("-", "") + "_0_L2A";
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("type", "Feature").put("stac_version", "1.0.0").put("id", id);
    item.put("collection", "sentinel-2-l2a");
    ObjectNode properties = item.putObject("properties");
    properties.put("datetime", day + "T04:10:31Z").put("platform", "sentinel-2a");
    if (!told.baseline().isEmpty()) {
      properties.put("s2:processing_baseline", told.baseline());
    }
    told.flag().ifPresent(flag -> properties.put("earthsearch:boa_offset_applied", flag));
    ObjectNode assets = item.putObject("assets");
    var random = new Random(items.size());
    Files.createDirectories(folder.resolve(id));
    for (int band = 0; band < BANDS.size(); band++) {
      String key = BANDS.get(band);
      var codes = new short[FINE.size()];
      for (int i = 0; i < codes.length; i++) {
        int column = i % FINE.width();
        int row = i / FINE.width();
        double level = levels[band] * (1 + 0.15 * Math.sin(column / 9.0) * Math.cos(row / 7.0));
        double dn = ground.dn(level, column, row) + random.nextInt(41) - 20;
        codes[i] = (short) Math.max(1, Math.round(dn + (isShifted ? SHIFT_DN : 0)));
      }
      write(id, key, FINE, Samples.of(SampleType.U16, 128, 128, List.of(codes)));
      ObjectNode asset = assets.putObject(key).put("href", "./" + id + "/" + key + ".tif");
      ObjectNode raster = asset.putArray("raster:bands").addObject();
      raster.put("nodata", 0).put("scale", 1e-4);
      told.offset().ifPresent(offset -> raster.put("offset", offset));
    }
    var classes = new byte[COARSE.size()];
    Arrays.fill(classes, VEGETATION);
    write(id, "scl", COARSE, Samples.of(SampleType.U8, 64, 64, List.of(classes)));
    assets.putObject("scl").put("href", "./" + id + "/scl.tif");
    Path file = folder.resolve(id + ".json");
    new ObjectMapper().writeValue(file.toFile(), item);
    items.add(file);
    return id;
  }

  private void write(String id, String key, PixelGrid grid, Samples codes) throws IOException {
    TiffWriter.of(codes, grid)
        .tileSize(64)
        .writeAtomically(folder.resolve(id + "/" + key + ".tif"));
  }

  /** What reading them gives; scenes are registered in the order of their days. */
  Read read() {
    var registration =
        new SceneRegistration(
            folder,
            new SceneCatalog(List.of()),
            new HrefPolicy(List.of()),
            false,
            SourceDoor.DEFAULT);
    offset_dn.ifPresent(registration::setOffset);
    items.forEach(item -> registration.add(LocalFile.of(item), Optional.empty()));
    if (!registration.refusals().isEmpty()) {
      throw new AssertionError(registration.refusals());
    }
    var catalog = new SceneCatalog(registration.added());
    var store = new TileStore(folder.resolve("tiles").toString());
    List<SiteView> views = SiteViews.of(List.of(site()), catalog).views();
    for (CutTask task : IngestPlan.of(views, catalog, store).tasks()) {
      new SceneCutter(folder.toString(), SourceDoor.DEFAULT).cut(task, store);
    }
    var reasons = new TreeMap<String, String>();
    var reading = StackReader.read(views.get(0), catalog, store, LocalDate.of(2030, 1, 1));
    reading.failures().forEach(failure -> reasons.put(failure.look().id(), failure.reason()));
    return new Read(catalog, reading.stack(), reasons);
  }

  /**
   * @param reasons why scenes are in quarantine, by id
   */
  record Read(SceneCatalog catalog, TileStack stack, Map<String, String> reasons) {

    /** Mean reflectance of a band of a look that is used. */
    double mean(String sceneId, String band) {
      int look = 0;
      while (!stack.looks().get(look).id().equals(sceneId)) {
        look++;
      }
      float[] plane = stack.values(look, stack.bands().indexOf(band));
      double sum = 0;
      int count = 0;
      for (float value : plane) {
        sum += Float.isNaN(value) ? 0 : value;
        count += Float.isNaN(value) ? 0 : 1;
      }
      return sum / count;
    }

    String decision(String sceneId) {
      return catalog.getScene(sceneId).acquisition().offsetDecision();
    }
  }

  private static Site site() {
    var shapes = new GeometryFactory();
    var square = shapes.toGeometry(new Envelope(300_540, 300_740, 5_239_260, 5_239_460));
    var area = Projection.ofEpsg(32648).toLonLat(square);
    MultiPolygon core = shapes.createMultiPolygon(new Polygon[] {(Polygon) area});
    return new Site("alpha", "Alpha", Map.of(Zone.CORE, core), 2, "", new TreeMap<>());
  }
}

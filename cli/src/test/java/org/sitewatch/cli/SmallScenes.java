package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sitewatch.ingest.Footprint;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;

/**
 * Sentinel-2-like scenes of 2 km a side as real GeoTIFFs with STAC items, of a ground that stands
 * still but for one pit.
 *
 * @param folder where they are written, a folder an item
 * @param epsg UTM zone of the ground, which {@code pit} is given in
 * @param pit what is dug, in m of that zone
 */
record SmallScenes(Path folder, int epsg, Envelope pit) {
  static final int NORTH_48 = 32648;
  static final double WEST_M = 300_000;
  static final double NORTH_M = 5_240_000;
  static final int SIDE_PX = 200;

  /** Five by four pixels in the middle of site alpha. */
  static final Envelope PIT = new Envelope(300_480, 300_530, 5_239_480, 5_239_520);

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DN_OFFSET = 1000;
  private static final int PIT_RISE_DN = 1800;
  private static final int VEGETATION = 4;

  enum Band {
    blue(10, 500),
    green(10, 900),
    red(10, 1300),
    nir(10, 2400),
    swir16(20, 2900);

    final int pixel_m;
    final int level;

    Band(int pixel_m, int level) {
      this.pixel_m = pixel_m;
      this.level = level;
    }
  }

  static SmallScenes in(Path folder) {
    return new SmallScenes(folder, NORTH_48, PIT);
  }

  /** The 10 m grid all scenes share unless told otherwise. */
  static PixelGrid standardGrid() {
    return PixelGrid.northUp(NORTH_48, WEST_M, NORTH_M, 10, SIDE_PX, SIDE_PX);
  }

  /** A Sentinel-2-like pass on the standard grid; tells its item. */
  Path pass(String day, boolean dug) {
    return pass("S2_" + day.replace("-", ""), day + "T04:10:31Z", standardGrid(), dug);
  }

  /** A Sentinel-2-like pass with bands of 10 m and 20 m and a scene classification. */
  Path pass(String id, String datetime, PixelGrid grid, boolean dug) {
    ObjectNode item = item(id, datetime, grid);
    item.put("collection", "sentinel-2-l2a");
    ((ObjectNode) item.path("properties"))
        .put("platform", "sentinel-2a")
        .put("constellation", "sentinel-2")
        .put("s2:processing_baseline", "05.10")
        .put("earthsearch:boa_offset_applied", false);
    PixelGrid coarse = coarse(grid);
    for (Band band : Band.values()) {
      PixelGrid lattice = band.pixel_m == 10 ? grid : coarse;
      writeBands(id, band.name(), lattice, List.of(codes(band, id, lattice, dug)));
      asset(item, id, band.name(), lattice).putArray("eo:bands").add(bandNode(band.name()));
    }
    short[] classes = new short[coarse.size()];
    java.util.Arrays.fill(classes, (short) VEGETATION);
    writeBands(id, "scl", coarse, List.of(classes));
    asset(item, id, "scl", coarse);
    return write(folder.resolve(id + ".json"), item);
  }

  /** A pass of a sensor nobody knows: three bands of reflectance in one file, no mask. */
  Path generic(String id, String datetime, PixelGrid grid, boolean dug) {
    ObjectNode item = item(id, datetime, grid);
    var planes = new ArrayList<short[]>();
    for (Band band : List.of(Band.green, Band.red, Band.nir)) {
      planes.add(codes(band, id, grid, dug));
    }
    writeBands(id, "image", grid, planes);
    ObjectNode asset = asset(item, id, "image", grid);
    asset.putArray("eo:bands").add(bandNode("green")).add(bandNode("red")).add(bandNode("nir"));
    return write(folder.resolve(id + ".json"), item);
  }

  Path file(String id, String key) {
    return folder.resolve(id).resolve(key + ".tif");
  }

  private static ObjectNode item(String id, String datetime, PixelGrid grid) {
    ObjectNode item = NODES.objectNode();
    item.put("type", "Feature").put("stac_version", "1.0.0").put("id", id);
    ArrayNode ring = NODES.arrayNode();
    for (Coordinate corner : Footprint.of(grid).getCoordinates()) {
      ring.add(NODES.arrayNode().add(corner.x).add(corner.y));
    }
    item.putObject("geometry").put("type", "Polygon").putArray("coordinates").add(ring);
    item.putObject("properties").put("datetime", datetime);
    item.putArray("links");
    item.putObject("assets");
    return item;
  }

  private static ObjectNode asset(ObjectNode item, String id, String key, PixelGrid grid) {
    ObjectNode asset = ((ObjectNode) item.path("assets")).putObject(key);
    asset.put("href", "./" + id + "/" + key + ".tif").put("proj:epsg", grid.epsg());
    asset.putArray("proj:shape").add(grid.height()).add(grid.width());
    Affine affine = grid.affine();
    asset
        .putArray("proj:transform")
        .add(affine.columnX())
        .add(affine.rowX())
        .add(affine.originX())
        .add(affine.columnY())
        .add(affine.rowY())
        .add(affine.originY());
    if (!key.equals("scl")) {
      asset.putArray("raster:bands").addObject().put("scale", 1e-4).put("offset", -0.1);
    }
    return asset;
  }

  private static ObjectNode bandNode(String name) {
    return NODES.objectNode().put("name", name).put("common_name", name);
  }

  private static PixelGrid coarse(PixelGrid grid) {
    Affine a = grid.affine();
    var doubled =
        new Affine(
            a.originX(), 2 * a.columnX(), 2 * a.rowX(), a.originY(), 2 * a.columnY(), 2 * a.rowY());
    return new PixelGrid(grid.epsg(), doubled, grid.width() / 2, grid.height() / 2);
  }

  private short[] codes(Band band, String scene, PixelGrid grid, boolean dug) {
    var codes = new short[grid.size()];
    double[] place = new double[2];
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        place[0] = grid.affine().x(column + 0.5, row + 0.5);
        place[1] = grid.affine().y(column + 0.5, row + 0.5);
        if (grid.epsg() != epsg) {
          Projection.ofEpsg(grid.epsg()).toLonLat(place);
          Projection.ofEpsg(epsg).fromLonLat(place);
        }
        int noise = noise(scene.hashCode() * 31 + band.ordinal(), column, row);
        int pixel = row * grid.width() + column;
        codes[pixel] = (short) (DN_OFFSET + ground(band, place[0], place[1], dug) + noise);
      }
    }
    return codes;
  }

  /**
   * Smooth hills, so that interpolation between lattices costs nearly nothing. The pit does not
   * show in the 20 m band, which would blur its outline over the pixels around.
   */
  private double ground(Band band, double x, double y, boolean dug) {
    double hills = StrictMath.sin(x / 61) * StrictMath.cos(y / 83) + StrictMath.sin((x + y) / 140);
    boolean inPit = dug && band.pixel_m == 10 && pit.contains(x, y);
    return band.level * (1 + 0.12 * hills) + (inPit ? PIT_RISE_DN : 0);
  }

  /** -30 to 30, fixed by its three numbers. */
  private static int noise(int seed, int column, int row) {
    int mixed = (seed * 31 + column) * 0x9E3779B1 + row * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 15)) * 0x2C1B3C6D;
    mixed = (mixed ^ (mixed >>> 12)) * 0x297A2D39;
    return Math.floorMod(mixed ^ (mixed >>> 15), 61) - 30;
  }

  private void writeBands(String id, String key, PixelGrid grid, List<short[]> planes) {
    try {
      Files.createDirectories(folder.resolve(id));
      Samples samples = Samples.of(SampleType.U16, grid.width(), grid.height(), planes);
      TiffWriter.of(samples, grid).tileSize(128).nodata(0).writeAtomically(file(id, key));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static Path write(Path file, JsonNode document) {
    try {
      Files.createDirectories(file.getParent());
      MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document);
      return file;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static ObjectNode read(Path file) {
    try {
      return (ObjectNode) MAPPER.readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

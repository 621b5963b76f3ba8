package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import org.sitewatch.ingest.Acquisition;
import org.sitewatch.ingest.Calibration;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneAsset;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;

/**
 * A registered scene as a STAC 1.0 Item and back. What the program decided stands in the item:
 * sensor and offset under {@code sitewatch:}, grids and calibration in the projection and raster
 * extensions.
 */
final class SceneJson {
  static final String PACKED_BYTES = "sitewatch:packed_bytes";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SceneJson() {}

  static ObjectNode write(Scene scene) {
    ObjectNode item = NODES.objectNode();
    item.put("type", "Feature").put("stac_version", "1.0.0");
    item.putArray("stac_extensions")
        .add("https://stac-extensions.github.io/eo/v1.1.0/schema.json")
        .add("https://stac-extensions.github.io/projection/v1.1.0/schema.json")
        .add("https://stac-extensions.github.io/raster/v1.1.0/schema.json");
    item.put("id", scene.id());
    if (!scene.collection().isEmpty()) {
      item.put("collection", scene.collection());
    }
    var footprint = FootprintJson.write(scene.footprint());
    item.set("geometry", footprint);
    // of what is written: read back and written again it must be the same
    var bounds = FootprintJson.read(footprint).getEnvelopeInternal();
    item.putArray("bbox")
        .add(bounds.getMinX())
        .add(bounds.getMinY())
        .add(bounds.getMaxX())
        .add(bounds.getMaxY());
    ObjectNode properties = item.putObject("properties");
    properties.put("datetime", scene.datetime().toString());
    Acquisition how = scene.acquisition();
    putWord(properties, "platform", how.platform());
    putWord(properties, "s2:processing_baseline", how.processingBaseline());
    putWord(properties, "grid:code", how.gridCode());
    putWord(properties, "sat:relative_orbit", how.relativeOrbit());
    putWord(properties, "sitewatch:mode", how.mode());
    putWord(properties, "sitewatch:offset_decision", how.offsetDecision());
    properties.put("sitewatch:sensor", scene.sensor());
    item.putArray("links");
    ObjectNode assets = item.putObject("assets");
    scene.assets().forEach(asset -> assets.set(asset.key(), writeAsset(asset)));
    return item;
  }

  private static ObjectNode writeAsset(SceneAsset asset) {
    ObjectNode node = NODES.objectNode();
    node.put("href", asset.href()).put("type", "image/tiff; application=geotiff");
    node.putArray("roles").add(asset.mask() ? "data-mask" : "data");
    ArrayNode bands = node.putArray("eo:bands");
    ArrayNode rasters = node.putArray("raster:bands");
    Calibration calibration = asset.calibration();
    for (String band : asset.bands()) {
      bands.addObject().put("name", band).put("common_name", band);
      ObjectNode raster = rasters.addObject();
      if (!Double.isNaN(calibration.nodata())) {
        raster.put("nodata", calibration.nodata());
      }
      if (calibration.declared()) {
        raster.put("scale", calibration.scale()).put("offset", calibration.offset());
      }
      if (calibration.decibel()) {
        raster.put("unit", "dB");
      }
    }
    PixelGrid grid = asset.grid();
    Affine affine = grid.affine();
    node.put("proj:epsg", grid.epsg());
    node.putArray("proj:shape").add(grid.height()).add(grid.width());
    node.putArray("proj:transform")
        .add(affine.columnX())
        .add(affine.rowX())
        .add(affine.originX())
        .add(affine.columnY())
        .add(affine.rowY())
        .add(affine.originY());
    node.put("sitewatch:storage", asset.storage());
    if (asset.packedBytes() > 0) {
      node.put(PACKED_BYTES, asset.packedBytes());
    }
    return node;
  }

  /**
   * @throws IllegalArgumentException if the item is not one that {@link #write} made
   */
  static Scene read(JsonNode item) {
    JsonNode properties = item.path("properties");
    var acquisition =
        new Acquisition(
            properties.path("platform").asText(""),
            properties.path("s2:processing_baseline").asText(""),
            properties.path("grid:code").asText(""),
            properties.path("sat:relative_orbit").asText(""),
            properties.path("sitewatch:mode").asText(""),
            properties.path("sitewatch:offset_decision").asText(""));
    var assets = new ArrayList<SceneAsset>();
    item.path("assets")
        .properties()
        .forEach(entry -> assets.add(readAsset(entry.getKey(), entry.getValue())));
    return new Scene(
        item.path("id").asText(),
        item.path("collection").asText(""),
        Instant.parse(properties.path("datetime").asText()),
        properties.path("sitewatch:sensor").asText(),
        acquisition,
        FootprintJson.read(item.path("geometry")),
        assets);
  }

  private static SceneAsset readAsset(String key, JsonNode asset) {
    var bands = new ArrayList<String>();
    asset.path("eo:bands").forEach(band -> bands.add(band.path("name").asText()));
    JsonNode raster = asset.path("raster:bands").path(0);
    var calibration =
        new Calibration(
            raster.path("scale").asDouble(1),
            raster.path("offset").asDouble(0),
            raster.path("nodata").asDouble(Double.NaN),
            raster.has("scale"),
            raster.path("unit").asText("").equals("dB"));
    boolean mask = asset.path("roles").path(0).asText().equals("data-mask");
    return new SceneAsset(
        key,
        asset.path("href").asText(),
        bands,
        mask,
        calibration,
        grid(asset),
        asset.path("sitewatch:storage").asText(""),
        asset.path(PACKED_BYTES).asLong());
  }

  private static PixelGrid grid(JsonNode asset) {
    JsonNode transform = asset.path("proj:transform");
    double[] a = new double[6];
    for (int i = 0; i < 6; i++) {
      a[i] = transform.path(i).asDouble(Double.NaN);
    }
    JsonNode shape = asset.path("proj:shape");
    return new PixelGrid(
        asset.path("proj:epsg").asInt(),
        new Affine(a[2], a[0], a[1], a[5], a[3], a[4]),
        shape.path(1).asInt(),
        shape.path(0).asInt());
  }

  private static void putWord(ObjectNode properties, String name, String word) {
    if (!word.isEmpty()) {
      properties.put(name, word);
    }
  }
}

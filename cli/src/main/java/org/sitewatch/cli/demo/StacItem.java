package org.sitewatch.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sitewatch.sites.PixelGrid;

/** A pass as a STAC 1.0 Item in the layout of the earth-search v1 catalogue. */
final class StacItem {
  private static final String COG = "image/tiff; application=geotiff; profile=cloud-optimized";
  private static final String EXTENSIONS = "https://stac-extensions.github.io/";

  private StacItem() {}

  /**
   * @param folder what stands before the file names: {@code "./"} or {@code "./ITEM/"}
   */
  static ObjectNode of(Frame frame, Acquisition pass, SceneClasses classes, String folder) {
    var footprint = Frame.toLonLat(SwathEdge.footprint(frame, pass));
    var item = Json.object();
    item.put("type", "Feature").put("stac_version", "1.0.0").put("id", pass.id());
    item.putArray("stac_extensions")
        .add(EXTENSIONS + "eo/v1.1.0/schema.json")
        .add(EXTENSIONS + "grid/v1.0.0/schema.json")
        .add(EXTENSIONS + "projection/v1.1.0/schema.json")
        .add(EXTENSIONS + "raster/v1.1.0/schema.json");
    item.set("geometry", Json.geometry(footprint));
    item.set("bbox", Json.bbox(footprint));
    item.set("properties", properties(pass, classes));
    item.putArray("links");
    var assets = item.putObject("assets");
    for (var band : Band.values()) {
      assets.set(band.assetKey(), asset(frame, band, folder));
    }
    assets.set("scl", sceneClasses(frame, folder));
    item.put("collection", "sentinel-2-l2a");
    return item;
  }

  private static ObjectNode properties(Acquisition pass, SceneClasses classes) {
    var properties = Json.object();
    properties
        .put("datetime", pass.datetime())
        .put("platform", pass.platform())
        .put("constellation", "sentinel-2");
    properties.putArray("instruments").add("msi");
    properties.set("eo:cloud_cover", Json.decimal(classes.cloudPercent(), 4));
    properties
        .put("proj:epsg", Frame.EPSG)
        .put("grid:code", "MGRS-48TUT")
        .put("s2:processing_baseline", "05.10")
        .put("s2:product_type", "S2MSI2A")
        .put("s2:sequence", "0");
    properties.set("s2:nodata_pixel_percentage", Json.decimal(classes.noDataPercent(), 4));
    return properties.put("earthsearch:boa_offset_applied", false);
  }

  private static ObjectNode asset(Frame frame, Band band, String folder) {
    boolean isFine = band.pixel_m() == 10;
    var asset =
        Json.object()
            .put("href", folder + band.file() + ".tif")
            .put("type", COG)
            .put("title", band.title() + " - " + band.pixel_m() + "m");
    var optical = asset.putArray("eo:bands").addObject();
    optical.put("name", band.assetKey()).put("common_name", band.commonName());
    optical.set("center_wavelength", Json.decimal(band.wavelength_um(), 3));
    optical.set("full_width_half_max", Json.decimal(band.width_um(), 3));
    asset.put("gsd", band.pixel_m());
    place(asset, isFine ? frame.grid10m() : frame.grid20m());
    var raster = asset.putArray("raster:bands").addObject();
    raster.put("nodata", 0).put("data_type", "uint16").put("bits_per_sample", 15);
    raster.put("spatial_resolution", band.pixel_m());
    raster.set("scale", Json.decimal(0.0001, 4));
    raster.set("offset", Json.decimal(-0.1, 1));
    asset.putArray("roles").add("data").add("reflectance");
    return asset;
  }

  private static ObjectNode sceneClasses(Frame frame, String folder) {
    var asset =
        Json.object()
            .put("href", folder + "SCL.tif")
            .put("type", COG)
            .put("title", "Scene classification map (SCL)");
    place(asset, frame.grid20m());
    asset
        .putArray("raster:bands")
        .addObject()
        .put("nodata", 0)
        .put("data_type", "uint8")
        .put("spatial_resolution", 20);
    asset.putArray("roles").add("data");
    return asset;
  }

  private static void place(ObjectNode asset, PixelGrid grid) {
    asset.putArray("proj:shape").add(grid.height()).add(grid.width());
    var affine = grid.affine();
    asset
        .putArray("proj:transform")
        .add(Json.decimal(affine.columnX(), 3))
        .add(Json.decimal(affine.rowX(), 3))
        .add(Json.decimal(affine.originX(), 3))
        .add(Json.decimal(affine.columnY(), 3))
        .add(Json.decimal(affine.rowY(), 3))
        .add(Json.decimal(affine.originY(), 3));
  }
}

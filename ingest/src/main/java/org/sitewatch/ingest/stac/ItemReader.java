package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitewatch.ingest.Calibration;
import org.sitewatch.ingest.MaskLayer;
import org.sitewatch.ingest.Sensor;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.stac.ItemCrawler.FoundItem;
import org.sitewatch.ingest.stac.SceneDraft.AssetDraft;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;

/**
 * Reads a STAC Item (1.0 or 1.1, with the eo, raster and projection extensions) into a {@link
 * SceneDraft}. Only the assets that its sensor can use are kept.
 */
final class ItemReader {
  private static final Set<String> NOT_DATA = Set.of("visual", "overview", "thumbnail", "metadata");

  private final FoundItem found;
  private final HrefPolicy policy;
  private final JsonNode properties;
  private final String id;

  private ItemReader(FoundItem found, HrefPolicy policy) {
    this.found = found;
    this.policy = policy;
    this.properties = found.item().path("properties");
    this.id = found.item().path("id").asText("");
  }

  static SceneDraft read(FoundItem found, HrefPolicy policy) {
    return new ItemReader(found, policy).scene();
  }

  private SceneDraft scene() {
    ItemHeader header = header();
    boolean offsetApplied =
        properties
            .path("earthsearch:boa_offset_applied")
            .asBoolean(properties.path("sentinel:boa_offset_applied").asBoolean(false));
    return new SceneDraft(
        id,
        header.collection(),
        header.datetime(),
        header.sensor(),
        header.acquisition(),
        offsetApplied,
        assets(header.sensor()));
  }

  private ItemHeader header() {
    try {
      return ItemHeader.read(found.item());
    } catch (IllegalArgumentException unsound) {
      throw refusal(unsound.getMessage());
    }
  }

  private List<AssetDraft> assets(Sensor sensor) {
    var assets = new ArrayList<AssetDraft>();
    JsonNode nodes = found.item().path("assets");
    Map<String, MaskLayer> masks = masks(sensor, nodes);
    for (String key : keysInOrderOfPreference(nodes)) {
      JsonNode node = nodes.get(key);
      boolean mask = masks.containsKey(key);
      List<String> bands = mask ? masks.get(key).bandsOf(key) : bandsOf(sensor, key, node);
      boolean known =
          !bands.isEmpty() && (sensor.bands().isEmpty() || sensor.bands().containsAll(bands));
      boolean isNew =
          assets.stream().noneMatch(asset -> !Collections.disjoint(asset.bands(), bands));
      if (mask || known && isNew && isData(node)) {
        assets.add(asset(key, node, bands, mask));
      }
    }
    assets.sort(Comparator.comparing(AssetDraft::key));
    if (assets.stream().allMatch(AssetDraft::mask)) {
      throw refusal(
          "has no asset with a known band"
              + (sensor.bands().isEmpty() ? "" : "; expected some of " + sensor.bands()));
    }
    return assets;
  }

  /** Of every mask the sensor has the asset under the first of its keys. */
  private static Map<String, MaskLayer> masks(Sensor sensor, JsonNode assets) {
    var masks = new HashMap<String, MaskLayer>();
    for (MaskLayer layer : sensor.masks()) {
      layer.keys().stream().filter(assets::has).findFirst().ifPresent(key -> masks.put(key, layer));
    }
    return masks;
  }

  /** Keys that are themselves a band's name first, so that copies in other formats come second. */
  private static List<String> keysInOrderOfPreference(JsonNode assets) {
    var keys = new ArrayList<String>();
    assets.fieldNames().forEachRemaining(keys::add);
    keys.sort(
        Comparator.comparing((String key) -> !BandNames.isKnown(key)).thenComparing(key -> key));
    return keys;
  }

  /** Not a picture to look at, and in a format that is read here. */
  private static boolean isData(JsonNode asset) {
    for (JsonNode role : asset.path("roles")) {
      if (NOT_DATA.contains(role.asText())) {
        return false;
      }
    }
    String type = asset.path("type").asText("");
    return !type.contains("jp2") && !type.contains("xml");
  }

  /**
   * Common names by STAC 1.0 ({@code eo:bands}) or 1.1 ({@code bands}); the asset key itself last.
   */
  private static List<String> bandsOf(Sensor sensor, String key, JsonNode asset) {
    String href = asset.path("href").asText("");
    String file = href.replaceFirst("[?#].*$", "").replaceFirst("^.*/", "");
    if (!sensor.isProduct(key, file)) {
      return List.of();
    }
    JsonNode bands = asset.has("eo:bands") ? asset.get("eo:bands") : asset.path("bands");
    List<String> ordered = sensor.bandsOfFile(key, file, bands.size());
    if (!ordered.isEmpty()) {
      return ordered;
    }
    var names = new ArrayList<String>();
    for (JsonNode band : bands) {
      String common = band.path("eo:common_name").asText(band.path("common_name").asText(""));
      String word = common.isEmpty() ? band.path("name").asText("") : common;
      names.add(sensor.bandOf(BandNames.common(word, key)));
    }
    String ofKey = sensor.bandOf(BandNames.common(key, key));
    if (names.isEmpty() && BandNames.isKnown(ofKey)) {
      names.add(ofKey);
    }
    return names.contains("") ? List.of() : names;
  }

  private AssetDraft asset(String key, JsonNode asset, List<String> bands, boolean mask) {
    String href = asset.path("href").asText("");
    if (href.isEmpty()) {
      throw refusal("asset '" + Quote.of(key) + "' has no href");
    }
    Location file = policy.resolve(found.folder(), href, "scene '" + id + "'");
    return new AssetDraft(
        key, file, bands, mask, calibration(asset), isOffsetGiven(asset), grid(asset));
  }

  private Calibration calibration(JsonNode asset) {
    JsonNode band = asset.path("raster:bands").path(0);
    if (band.isMissingNode()) {
      band = asset.path("bands").path(0);
    }
    boolean declared = isGiven(band, asset, "scale") || isGiven(band, asset, "offset");
    double scale = number(band, asset, "scale", 1);
    double offset = number(band, asset, "offset", 0);
    double nodata = band.path("nodata").asDouble(asset.path("nodata").asDouble(Double.NaN));
    if (!Double.isFinite(scale) || scale == 0 || !Double.isFinite(offset)) {
      throw refusal("scale " + scale + " and offset " + offset + " make no sense");
    }
    return new Calibration(
        scale, offset, nodata, declared, band.path("unit").asText("").equals("dB"));
  }

  private static boolean isOffsetGiven(JsonNode asset) {
    JsonNode band = asset.path("raster:bands").path(0);
    return isGiven(band.isMissingNode() ? asset.path("bands").path(0) : band, asset, "offset");
  }

  private static boolean isGiven(JsonNode band, JsonNode asset, String name) {
    String full = "raster:" + name; // null is what some writers make of nothing
    return band.hasNonNull(name) || band.hasNonNull(full) || asset.hasNonNull(full);
  }

  /** A word that is no number must not pass for the default: all codes would be off by it. */
  private double number(JsonNode band, JsonNode asset, String name, double otherwise) {
    String full = "raster:" + name;
    JsonNode own = band.hasNonNull(name) ? band.get(name) : band.path(full);
    JsonNode given = own.isMissingNode() || own.isNull() ? asset.path(full) : own;
    if (given.isMissingNode() || given.isNull()) {
      return otherwise;
    }
    double number = given.isBoolean() ? Double.NaN : given.asDouble(Double.NaN);
    if (Double.isNaN(number)) {
      String word = given.toString();
      throw refusal(
          name + " must be a number, got " + word.substring(0, Math.min(40, word.length())));
    }
    return number;
  }

  private Optional<PixelGrid> grid(JsonNode asset) {
    int epsg = epsgOf(asset);
    JsonNode transform = first(asset, "proj:transform");
    JsonNode shape = first(asset, "proj:shape");
    if (epsg == 0 || transform.size() < 6 || shape.size() != 2) {
      return Optional.empty();
    }
    if (!areNumbers(transform) || !areNumbers(shape)) {
      throw refusal("proj:transform and proj:shape must be lists of numbers");
    }
    try {
      var affine =
          new Affine(
              transform.get(2).asDouble(),
              transform.get(0).asDouble(),
              transform.get(1).asDouble(),
              transform.get(5).asDouble(),
              transform.get(3).asDouble(),
              transform.get(4).asDouble());
      return Optional.of(new PixelGrid(epsg, affine, shape.get(1).asInt(), shape.get(0).asInt()));
    } catch (IllegalArgumentException broken) {
      throw refusal("proj:transform or proj:shape make no grid: " + broken.getMessage());
    }
  }

  private static boolean areNumbers(JsonNode list) {
    boolean all = list.isArray();
    for (JsonNode number : list) {
      all &= number.isNumber();
    }
    return all;
  }

  private JsonNode first(JsonNode asset, String name) {
    return asset.has(name) ? asset.get(name) : properties.path(name);
  }

  private int epsgOf(JsonNode asset) {
    int number = first(asset, "proj:epsg").asInt(0);
    String code = first(asset, "proj:code").asText("");
    if (number == 0 && code.regionMatches(true, 0, "EPSG:", 0, 5)) {
      try {
        return Integer.parseInt(code.substring(5));
      } catch (NumberFormatException notANumber) {
        throw refusal("proj:code '" + Quote.of(code) + "' is not an EPSG code");
      }
    }
    return number;
  }

  private UserException refusal(String what) {
    String name =
        id.isBlank() ? found.document() : "scene '" + Quote.of(id) + "' in " + found.document();
    return new UserException(ExitCode.UNAVAILABLE, name + ": " + what);
  }
}

package org.sitewatch.ingest;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Sha256;

/**
 * How the codes of a scene become numbers at places: when it was taken and by what, the grids of
 * its parts, and what its codes mean. What the codes are is not in it, nor where the files lie.
 */
final class SceneLayout {
  private SceneLayout() {}

  /** In one word a part, by its name: sha256 in hex. What other parts are is not in it. */
  static SortedMap<String, String> sha256(Scene scene) {
    var byPart = new TreeMap<String, String>();
    for (ScenePart part : ScenePart.of(scene)) {
      var text = new StringBuilder();
      appendHead(text, scene);
      append(text, part);
      byPart.put(part.name(), Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
    return byPart;
  }

  static void append(StringBuilder text, Scene scene) {
    appendHead(text, scene);
    ScenePart.of(scene).forEach(part -> append(text, part));
  }

  private static void appendHead(StringBuilder text, Scene scene) {
    text.append(scene.id()).append(' ').append(scene.datetime()).append(' ');
    text.append(scene.sensor()).append('\n');
  }

  private static void append(StringBuilder text, ScenePart part) {
    text.append(part.name()).append(' ').append(part.mask());
    append(text, part.grid());
    for (SceneAsset asset : part.assets()) {
      Calibration codes = asset.calibration();
      text.append(asset.bands()).append(codes.declared()).append(codes.decibel());
      append(text, codes.scale(), codes.offset(), codes.nodata());
    }
    text.append('\n');
  }

  private static void append(StringBuilder text, PixelGrid grid) {
    Affine affine = grid.affine();
    text.append(' ').append(grid.epsg()).append(' ').append(grid.width()).append(' ');
    text.append(grid.height());
    append(
        text,
        affine.originX(),
        affine.columnX(),
        affine.rowX(),
        affine.originY(),
        affine.columnY(),
        affine.rowY());
  }

  /** Bits, as text of numbers costs more than all the rest. */
  private static void append(StringBuilder text, double... numbers) {
    for (double number : numbers) {
      text.append(' ').append(Double.doubleToLongBits(number));
    }
    text.append(' ');
  }
}

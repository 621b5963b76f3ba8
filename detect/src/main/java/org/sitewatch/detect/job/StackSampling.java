package org.sitewatch.detect.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.plant.GroundSampling;
import org.sitewatch.ingest.Footprint;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneAsset;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.GeodesicArea;

/** How the looks of a stack were sampled, as far as scenes and registration know. */
final class StackSampling {

  private StackSampling() {}

  /**
   * @param shifts by id of the look, where one was measured
   */
  static GroundSampling of(
      SiteView view, SceneCatalog catalog, TileStack stack, Map<String, LookShift> shifts) {
    var grid = view.grid();
    double area_m2 = GeodesicArea.area_m2(Footprint.of(grid));
    String newest = view.sceneIds().get(view.sceneIds().size() - 1);
    var nativePixels = new ArrayList<Double>();
    for (String band : stack.bands()) {
      nativePixels.add(
          Math.max(
              1, pixelSize(catalog.getScene(newest), band, grid.pixelSize()) / grid.pixelSize()));
    }
    return new GroundSampling(
        Math.sqrt(area_m2 / grid.size()), nativePixels, shifts(stack.looks(), shifts));
  }

  private static double pixelSize(Scene scene, String band, double standard) {
    return scene.assets().stream()
        .filter(asset -> !asset.mask() && asset.bands().contains(band))
        .map(SceneAsset::grid)
        .mapToDouble(grid -> grid.pixelSize())
        .findFirst()
        .orElse(standard);
  }

  private static List<GroundSampling.Shift> shifts(
      List<Look> looks, Map<String, LookShift> measured) {
    return looks.stream()
        .map(look -> measured.getOrDefault(look.id(), LookShift.NONE))
        .map(
            shift ->
                shift.isMeasured()
                    ? new GroundSampling.Shift(shift.dy_px(), shift.dx_px())
                    : GroundSampling.Shift.NONE)
        .toList();
  }
}

package org.sitewatch.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Renders one pass and writes its files: a folder with a GeoTIFF a band and the STAC item. */
final class PassWriter {
  private final Frame frame;
  private final Landscape land;
  private final List<EventPrint> prints;
  private final BandWriter files;
  private final Path directory;

  /** What a pass leaves behind: its item for the collection and the events in plain sight. */
  record Written(ObjectNode item, List<String> eventsInSight) {}

  PassWriter(
      Frame frame, Landscape land, List<EventPrint> prints, BandWriter files, Path directory) {
    this.frame = frame;
    this.land = land;
    this.prints = prints;
    this.files = files;
    this.directory = directory;
  }

  Written write(Acquisition pass) throws IOException {
    var folder = Files.createDirectories(directory.resolve(pass.id()));
    var air = new Atmosphere(frame, pass);
    var snow = snow(pass);
    var ground = new Ground(land, pass, prints, snow);
    var optics = new Optics(frame, pass, air);
    var plane = new float[frame.size() * frame.size()];
    var scratch = new float[plane.length];
    for (var band : Band.values()) {
      ground.reflect(band.ordinal(), plane);
      var numbers = optics.expose(band, plane, scratch);
      var grid = band.pixel_m() == 10 ? frame.grid10m() : frame.grid20m();
      files.write(folder.resolve(band.file() + ".tif"), grid, numbers);
    }
    var classes = new SceneClasses(frame, pass, air, land, ground.green(), snow);
    files.write(folder.resolve("SCL.tif"), frame.grid20m(), classes.codes());
    Json.write(folder.resolve(pass.id() + ".json"), StacItem.of(frame, pass, classes, "./"));
    var item = StacItem.of(frame, pass, classes, "./" + pass.id() + "/");
    return new Written(item, eventsInSight(pass, air));
  }

  /** Share of snow in each pixel; drifts keep to a pattern of their own. */
  private float[] snow(Acquisition pass) {
    var snow = new float[frame.size() * frame.size()];
    if (pass.snow() > 0) {
      var drifts = NoiseField.of(pass.key("snow"), frame.size(), 4, 256, 0.6);
      // A normal variate lies below 0.6 × ln(p / (1 - p)) with a chance of about p.
      double level = 0.6 * StrictMath.log(pass.snow() / (1 - pass.snow()));
      for (int i = 0; i < snow.length; i++) {
        double depth = level - drifts[i];
        snow[i] = (float) (0.95 * Landscape.ramp(depth, -0.2, 0.5) * (1 - land.water[i]));
      }
    }
    return snow;
  }

  /** Events that stand on this day and of which at least half can be seen. */
  private List<String> eventsInSight(Acquisition pass, Atmosphere air) {
    var inSight = new ArrayList<String>();
    for (var print : prints) {
      if (print.event().strengthOn(pass.date()) > 0 && seenShare(print, pass, air) >= 0.5) {
        inSight.add(print.event().id());
      }
    }
    return inSight;
  }

  private double seenShare(EventPrint print, Acquisition pass, Atmosphere air) {
    int seen = 0;
    int all = 0;
    for (var coverage : print.coverages()) {
      for (int y = 0; y < coverage.height(); y++) {
        for (int x = 0; x < coverage.width(); x++) {
          if (coverage.share(x, y) > 0) {
            int column = coverage.column() + x;
            int row = coverage.row() + y;
            all++;
            if (air.isClear(row * frame.size() + column)
                && !SwathEdge.isBeyond(frame, pass, column, row)) {
              seen++;
            }
          }
        }
      }
    }
    return (double) seen / Math.max(1, all);
  }
}

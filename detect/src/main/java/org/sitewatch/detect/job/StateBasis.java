package org.sitewatch.detect.job;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.locationtech.jts.io.WKBWriter;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.Tile;

/**
 * What a state was made from, in one word: the settings, the outline of the site and its grid, and
 * the looks up to a day with the pixels they showed, where these lay and what they meant. A scene
 * that comes late or is corrected, an edited boundary or another setting changes it, so that the
 * state is derived again and not gone on from. Looks that failed are not in it.
 */
final class StateBasis {
  /** Goes up when the same looks are judged otherwise, with the same settings and trees. */
  private static final String VERSION = "4";

  private StateBasis() {}

  /**
   * sha256 in hex over all that a state up to and with a day hangs on: also the class the registry
   * names and the pools that were in force by then.
   */
  static String ofState(SiteView view, StackReading reading, DetectPlan plan, LocalDate until) {
    var text = new StringBuilder(of(view, reading, plan.config(), until)).append('\n');
    text.append(view.site().landCover().flatMap(LandCover::findLabel)).append('\n');
    plan.pools()
        .others(view.site().id(), view.series())
        .upTo(until)
        .byYear()
        .forEach(
            (year, pool) ->
                pool.members()
                    .forEach(
                        one ->
                            text.append(year)
                                .append(' ')
                                .append(one.cover().label())
                                .append(' ')
                                .append(one.raised())
                                .append('\n')));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What the model of a day was learnt from; without a model, what judges in its place. */
  static ModelBasis ofModel(
      SiteView view, StackReading reading, DetectConfig config, Optional<LocalDate> learntOn) {
    LocalDate until = learntOn.map(day -> day.minusDays(1)).orElse(LocalDate.MIN);
    return new ModelBasis(learntOn.orElse(null), of(view, reading, config, until));
  }

  /** sha256 in hex over all that what is learnt up to and with a day hangs on. */
  static String of(SiteView view, StackReading reading, DetectConfig config, LocalDate until) {
    var text = new StringBuilder(VERSION).append('\n');
    append(text, config);
    text.append(ObjectModelFile.shippedSha256()).append('\n');
    text.append(Tile.gridKey(view.grid())).append('\n');
    view.site()
        .zones()
        .forEach(
            (zone, area) ->
                text.append(zone)
                    .append(WKBWriter.toHex(new WKBWriter().write(area)))
                    .append('\n'));
    for (Look look : reading.stack().looks()) {
      if (!look.date().isAfter(until)) {
        for (String scene : look.sceneIds()) {
          text.append(look.id()).append(' ').append(scene).append('\n');
          reading
              .pixelHashes()
              .subMap(scene + ".", scene + "/")
              .forEach(
                  (part, hash) -> {
                    if (part.lastIndexOf('.') == scene.length()) {
                      text.append(part).append(' ').append(hash).append(' ');
                      text.append(reading.layouts().get(part)).append('\n');
                    }
                  });
        }
      }
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Numbers in hex, which every Java writes alike. */
  private static void append(StringBuilder text, DetectConfig config) {
    text.append(Double.toHexString(config.maskDilation_m())).append(' ');
    text.append(Double.toHexString(config.seedEvidence())).append(' ');
    text.append(Double.toHexString(config.growEvidence())).append(' ');
    text.append(config.minPixels()).append(' ').append(config.minClearPixels()).append(' ');
    text.append(config.baselineLooks()).append(' ').append(config.predictorLooks()).append(' ');
    text.append(Double.toHexString(config.alertBudgetPerSiteYear())).append('\n');
  }
}

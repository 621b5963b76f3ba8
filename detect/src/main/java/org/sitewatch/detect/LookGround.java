package org.sitewatch.detect;

import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;

/** What a look shows of the ground, as the detector takes it; for those who tell of it. */
public final class LookGround {

  private LookGround() {}

  /**
   * Codes of {@link PixelState}, one a pixel: masks widened, snow added that they missed. In a look
   * with too little clear ground no pixel is clear.
   *
   * @param look its place in the stack
   * @param maskDilation_m as {@link DetectConfig#maskDilation_m}
   */
  public static byte[] states(TileStack stack, int look, double maskDilation_m) {
    DetectConfig standard = DetectConfig.DEFAULT;
    var looks =
        new ClearLooks(
            stack,
            new DetectConfig(
                maskDilation_m,
                standard.seedEvidence(),
                standard.growEvidence(),
                standard.minPixels(),
                standard.minClearPixels(),
                standard.baselineLooks(),
                standard.predictorLooks(),
                standard.alertBudgetPerSiteYear()));
    boolean[] clear = looks.clear(look);
    boolean[] snow = looks.snow(look);
    byte clearCode = PixelState.CLEAR.code();
    byte[] states = stack.states(look).clone();
    for (int pixel = 0; pixel < states.length; pixel++) {
      boolean speaks = looks.isUsable(look) && clear[pixel];
      if (states[pixel] == clearCode && !speaks) {
        states[pixel] = (snow[pixel] ? PixelState.SNOW : PixelState.CLOUD).code();
      }
    }
    return states;
  }

  /** The pixels around a site that tell what the whole region does: the control ring. */
  public static boolean[] ring(Site site, PixelGrid grid) {
    var window = new SiteWindow(site, grid);
    var ring = new boolean[grid.size()];
    for (int pixel = 0; pixel < ring.length; pixel++) {
      ring[pixel] = window.isRing(pixel);
    }
    return ring;
  }
}

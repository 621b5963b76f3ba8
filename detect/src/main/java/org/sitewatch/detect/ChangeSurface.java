package org.sitewatch.detect;

import java.io.Serializable;
import org.sitewatch.ingest.Look;
import org.sitewatch.sites.PixelGrid;

/**
 * How much each pixel of a look differs from what came before: evidence L = -log10 p against the
 * scene's own null, at least 0, continuous, not cut to objects; NaN = not seen, or never seen
 * before.
 *
 * <p>A class over a primitive array, which is shared and not copied: treat it as read-only.
 */
public final class ChangeSurface implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PixelGrid grid;
  private final Look look;
  private final float[] evidence;

  ChangeSurface(PixelGrid grid, Look look, float[] evidence) {
    this.grid = grid;
    this.look = look;
    this.evidence = evidence;
  }

  public PixelGrid grid() {
    return grid;
  }

  /** The look that was judged. */
  public Look look() {
    return look;
  }

  /** Row by row. */
  public float[] evidence() {
    return evidence;
  }
}

package org.sitewatch.sites.registry;

import java.io.Serializable;
import java.util.Objects;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A repair of an outline that is made only if someone accepts it.
 *
 * @param feature the feature it is for, as the file's reader calls it; empty for all of the site
 * @param isSwap whether longitude and latitude change places and nothing else does
 * @param areaBefore_m2 as drawn, on the ellipsoid; NaN where what is drawn is no place
 * @param areaAfter_m2 on the ellipsoid
 * @param outline what it would be then, lon/lat; empty for {@link #NONE}
 */
public record Proposal(
    String feature, boolean isSwap, double areaBefore_m2, double areaAfter_m2, MultiPolygon outline)
    implements Serializable {

  /** Nothing can be proposed. */
  public static final Proposal NONE =
      new Proposal("", false, Double.NaN, Double.NaN, new GeometryFactory().createMultiPolygon());

  public Proposal {
    Objects.requireNonNull(feature);
    Objects.requireNonNull(outline);
  }

  public boolean isNone() {
    return outline.isEmpty();
  }

  /** Share of the area before: 0.5 for half of it more or less; NaN if it had none. */
  public double areaChange_share() {
    return areaBefore_m2 > 0 ? Math.abs(areaAfter_m2 - areaBefore_m2) / areaBefore_m2 : Double.NaN;
  }

  Proposal of(String featureLabel) {
    return isNone()
        ? this
        : new Proposal(featureLabel, isSwap, areaBefore_m2, areaAfter_m2, outline);
  }
}

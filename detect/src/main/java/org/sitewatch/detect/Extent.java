package org.sitewatch.detect;

import java.io.Serializable;

/**
 * Place and size of a disturbance.
 *
 * @param area_m2 geodesic area of the outline
 * @param extent_pct share of the zone's area that lies inside the outline, 0 to 100
 * @param distanceToCore_m 0 if it touches the core
 * @param distanceToBoundary_m from the outline to the outer boundary of the site, 0 if it crosses
 */
public record Extent(
    double area_m2,
    int pixels,
    double extent_pct,
    double centroidLon,
    double centroidLat,
    double distanceToCore_m,
    double distanceToBoundary_m)
    implements Serializable {}

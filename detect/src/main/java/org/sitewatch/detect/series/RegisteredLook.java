package org.sitewatch.detect.series;

/**
 * One look laid onto the ground of the others.
 *
 * @param day days since 1 January 1970
 * @param values [band][pixel], reflectance, moved by the measured shift; NaN = not seen
 * @param clear pixels seen clear, as far as the scene's mask knows, its rim widened; none of a look
 *     that lies too far aside
 * @param clouded pixels the scene's mask takes for cloud, shadow or snow; neither clear nor clouded
 *     is a pixel outside of the image
 * @param shift what was measured before it was moved
 */
public record RegisteredLook(
    double day, float[][] values, boolean[] clear, boolean[] clouded, ShiftEstimate shift) {}

package org.sitewatch.detect.series;

/** Displacements measured in several bands, joined by their 2 × 2 precision matrices. */
final class AlignmentStep {
  private double yy;
  private double yx;
  private double xx;
  private double pullY;
  private double pullX;
  private double dy;
  private double dx;

  void clear() {
    yy = 0;
    yx = 0;
    xx = 0;
    pullY = 0;
    pullX = 0;
  }

  /** A displacement and the precision matrix it is known with, in 1/px². */
  void add(double bandDy, double bandDx, double precYy, double precYx, double precXx) {
    yy += precYy;
    yx += precYx;
    xx += precXx;
    pullY += precYy * bandDy + precYx * bandDx;
    pullX += precYx * bandDy + precXx * bandDx;
  }

  void solve(double leastPrecision) {
    double a = yy + leastPrecision;
    double c = xx + leastPrecision;
    double determinant = a * c - yx * yx;
    dy = determinant > 0 ? (c * pullY - yx * pullX) / determinant : 0;
    dx = determinant > 0 ? (a * pullX - yx * pullY) / determinant : 0;
  }

  double dy() {
    return dy;
  }

  double dx() {
    return dx;
  }

  /** Standard deviation along the worse direction, infinite if nothing is known of it. */
  double sd() {
    double difference = 0.5 * (yy - xx);
    double least = 0.5 * (yy + xx) - Math.sqrt(difference * difference + yx * yx);
    return least > 0 ? 1 / Math.sqrt(least) : Double.POSITIVE_INFINITY;
  }
}

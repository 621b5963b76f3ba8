package org.sitewatch.detect.change;

/**
 * {@code mapped = (value - offset) / gain}: takes the numbers of one band of one look to a common
 * scale.
 *
 * @param gain finite and not 0
 */
public record LinearMap(double offset, double gain) {

  public LinearMap {
    if (!(Math.abs(gain) > 0) || !Double.isFinite(gain) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("no linear map: offset " + offset + ", gain " + gain);
    }
  }

  public double apply(double value) {
    return (value - offset) / gain;
  }

  /** Maps the first values of an array in place. */
  public void apply(double[] values, int count) {
    double zero = offset;
    double unit = gain;
    for (int i = 0; i < count; i++) {
      values[i] = (values[i] - zero) / unit;
    }
  }

  /** The value that is mapped to {@code mapped}. */
  public double invert(double mapped) {
    return offset + gain * mapped;
  }

  /** This map, then the next. */
  public LinearMap then(LinearMap next) {
    return new LinearMap(offset + gain * next.offset, gain * next.gain);
  }
}

package org.sitewatch.detect.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How high the score of a window climbs at each pixel and over the site while nothing happens (S11
 * and S12 of docs/detectors/pipeline.md), at one scale.
 */
final class NullYear {
  private final boolean smoothed;
  private final float[] q;
  private final EvidenceTable table;

  NullYear(boolean smoothed, float[] q, EvidenceTable table) {
    this.smoothed = smoothed;
    this.q = q;
    this.table = table;
  }

  /**
   * @param looks oldest first; those before {@code from} only fill the windows
   * @param from first day of the null year, days since 1 January 1970
   * @return empty if it says too little of a tail
   */
  static Optional<NullYear> of(
      List<LookVectors> looks, double from, boolean smoothed, int width, int height) {
    var scores = new ArrayList<float[]>();
    for (int i = 0; i < looks.size(); i++) {
      if (looks.get(i).day() >= from) {
        var score = new float[width * height];
        WindowEvidence.of(looks.subList(0, i + 1), smoothed, score);
        scores.add(score);
      }
    }
    float[] q = PixelNull.of(scores, width, height);
    scores.forEach(score -> PixelNull.divide(score, q));
    return EvidenceTable.of(scores).map(table -> new NullYear(smoothed, q, table));
  }

  /** Of the whole window: what is not seen is not divided. */
  NullYear whole(SeenPart part) {
    return new NullYear(smoothed, part.whole(q, 1), table);
  }

  /** What the score of each pixel is divided by. */
  float[] q() {
    return q;
  }

  EvidenceTable table() {
    return table;
  }

  /** L of every pixel at the last of the looks; NaN = not judged. */
  void evidence(List<LookVectors> upToLast, float[] out) {
    WindowEvidence.of(upToLast, smoothed, out);
    PixelNull.divide(out, q);
    for (int pixel = 0; pixel < out.length; pixel++) {
      out[pixel] = (float) table.evidence(out[pixel]);
    }
  }
}

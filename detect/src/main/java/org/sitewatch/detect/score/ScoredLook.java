package org.sitewatch.detect.score;

import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.segment.PixelSet;

/** The objects of one look with what the trees say of each. */
public final class ScoredLook {
  private final ObjectModel model;
  private final List<Scored> objects;

  private record Scored(MeasuredObject object, double probability) {}

  /**
   * @param objects with all features
   */
  public ScoredLook(ObjectModel model, List<MeasuredObject> objects) {
    this.model = model;
    this.objects =
        objects.stream()
            .map(object -> new Scored(object, model.probability(object.features())))
            .toList();
  }

  /** Of the likeliest object that shares a pixel with the set; 0 if there is none. */
  public double probability(PixelSet pixels) {
    return likeliest(pixels).map(Scored::probability).orElse(0.0);
  }

  /** Of the same object. */
  public TypeGuess type(PixelSet pixels) {
    return likeliest(pixels)
        .map(scored -> model.type(scored.object().features()))
        .orElse(TypeGuess.NONE);
  }

  /** Of the same object. */
  public Grounds grounds(PixelSet pixels) {
    return likeliest(pixels)
        .map(scored -> model.grounds(scored.object().features()))
        .orElse(Grounds.NONE);
  }

  private Optional<Scored> likeliest(PixelSet pixels) {
    Scored best = null;
    for (Scored one : objects) {
      if ((best == null || one.probability() > best.probability())
          && one.object().pixels().intersects(pixels)) {
        best = one;
      }
    }
    return Optional.ofNullable(best);
  }
}

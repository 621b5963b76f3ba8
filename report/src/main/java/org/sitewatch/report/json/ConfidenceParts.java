package org.sitewatch.report.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.sitewatch.detect.score.Grounds;

/**
 * The grounds of a confidence as one flat text: {@code score:2.3451;start:-1.2001;
 * peak_evidence=41.5000:0.8120;…}, the largest push first.
 */
public final class ConfidenceParts {
  private static final int DECIMALS = 4;
  private static final String SCORE = "score";
  private static final String START = "start";

  private ConfidenceParts() {}

  /** Empty where no trees judged. */
  public static Optional<String> text(Grounds grounds) {
    if (!grounds.exist()) {
      return Optional.empty();
    }
    var text = new StringJoiner(";");
    text.add(SCORE + ':' + FixedDecimals.of(grounds.score(), DECIMALS));
    if (!grounds.parts().isEmpty()) {
      text.add(START + ':' + FixedDecimals.of(grounds.start(), DECIMALS));
    }
    for (Grounds.Part part : grounds.parts()) {
      text.add(
          part.feature()
              + '='
              + FixedDecimals.of(part.value(), DECIMALS)
              + ':'
              + FixedDecimals.of(part.push(), DECIMALS));
    }
    return Optional.of(text.toString());
  }

  /** What {@link #text} wrote; {@link Grounds#NONE} for anything else. */
  public static Grounds read(String text) {
    double score = Double.NaN;
    double start = Double.NaN;
    var parts = new ArrayList<Grounds.Part>();
    for (String entry : text.split(";")) {
      String[] sides = entry.split(":", 2);
      String[] name = sides[0].split("=", 2);
      if (sides.length < 2) {
        return Grounds.NONE;
      }
      try {
        double number = Double.parseDouble(sides[1]);
        if (name.length == 2) {
          parts.add(new Grounds.Part(name[0], Double.parseDouble(name[1]), number));
        } else if (name[0].equals(SCORE)) {
          score = number;
        } else if (name[0].equals(START)) {
          start = number;
        }
      } catch (NumberFormatException broken) {
        return Grounds.NONE;
      }
    }
    return Double.isNaN(score) ? Grounds.NONE : new Grounds(score, start, List.copyOf(parts));
  }
}

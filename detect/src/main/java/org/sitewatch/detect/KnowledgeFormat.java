package org.sitewatch.detect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.score.ProbabilityRate;
import org.sitewatch.detect.series.FalseAlarmRate;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.SeriesModelFormat;
import org.sitewatch.sites.PixelGrid;

/** What was learnt of a site as bytes: read back it judges the same. */
final class KnowledgeFormat {
  private static final int MOST_RATES = 1000;

  private KnowledgeFormat() {}

  static byte[] bytes(SiteKnowledge knowledge) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      SeriesModelFormat.write(knowledge.registration(), out);
      SeriesModelFormat.write(knowledge.model(), out);
      out.writeDouble(knowledge.rule().seed());
      double[] rates = knowledge.rule().rate().rates();
      out.writeInt(rates.length);
      for (double rate : rates) {
        out.writeDouble(rate);
      }
      out.writeInt(knowledge.raised().size());
      for (int count : knowledge.raised()) {
        out.writeInt(count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /** Empty for bytes that are none of these: then it is learnt again. */
  static Optional<SiteKnowledge> read(byte[] bytes, OpticalBands roles, PixelGrid grid) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var registration = SeriesModelFormat.readRegistration(in, grid.width(), grid.height());
      var model = SeriesModelFormat.readModel(in, roles, grid.width(), grid.height());
      double seed = in.readDouble();
      int count = in.readInt();
      if (count < 1 || count > MOST_RATES) {
        return Optional.empty();
      }
      var rates = new double[count];
      for (int i = 0; i < count; i++) {
        rates[i] = in.readDouble();
      }
      var rule = new SiteNullRule(seed, new FalseAlarmRate(rates));
      return Optional.of(new SiteKnowledge(registration, model, rule, readRaised(in)));
    } catch (IOException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static List<Integer> readRaised(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count != 0 && count != ProbabilityRate.COUNT) {
      throw new IllegalArgumentException("counts must be none or all, got " + count);
    }
    var raised = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      raised.add(in.readInt());
    }
    return raised;
  }
}

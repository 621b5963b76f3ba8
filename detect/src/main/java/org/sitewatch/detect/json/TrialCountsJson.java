package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.sites.LandCover;

/** What a site hands to its class as JSON. */
public final class TrialCountsJson {
  private static final int MOST = 1_000_000_000;

  private TrialCountsJson() {}

  public static ObjectNode write(TrialCounts counts) {
    var node = CanonicalJson.object();
    node.put("refitDay", counts.isLearnt() ? counts.refitDay().toString() : null);
    node.put("landCover", counts.cover().label());
    counts.raised().forEach(node.putArray("raised")::add);
    return node;
  }

  /**
   * @param source where it comes from, named in the refusal
   * @throws org.sitewatch.sites.UserException if it is not what {@link #write} gives
   */
  public static TrialCounts read(JsonNode node, String source) {
    var fields = JsonFields.of(node, source);
    List<Integer> raised = Arrays.stream(fields.integers("raised", 0, MOST)).boxed().toList();
    try {
      return new TrialCounts(
          fields.isNull("refitDay") ? LocalDate.MIN : fields.date("refitDay"),
          fields.choice("landCover", LandCover.class),
          raised);
    } catch (IllegalArgumentException wrong) {
      throw fields.refused(wrong.getMessage());
    }
  }
}

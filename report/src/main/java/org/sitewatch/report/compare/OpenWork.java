package org.sitewatch.report.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import org.sitewatch.detect.Status;
import org.sitewatch.report.review.Verdict;

/**
 * What a run leaves to be done, counted over its disturbances.
 *
 * @param fresh news of that run
 * @param open neither finished nor dismissed
 * @param confirmed of these, seen in enough looks
 * @param verified of these, seen on the ground to be illicit
 * @param awaiting of the open ones, those without a verdict, or with one that is pending
 * @param unreached of the open ones, those to which nobody came
 */
public record OpenWork(
    int fresh, int open, int confirmed, int verified, int awaiting, int unreached) {

  /**
   * @param disturbances their properties
   */
  public static OpenWork of(Collection<JsonNode> disturbances) {
    int[] counts = new int[6];
    for (JsonNode one : disturbances) {
      String status = one.path("status").asText();
      boolean isOpen = !Status.isOver(status);
      String verdict = one.path("verdict").isTextual() ? one.path("verdict").textValue() : "";
      counts[0] += one.path("is_new").asBoolean() ? 1 : 0;
      counts[1] += isOpen ? 1 : 0;
      counts[2] += status.equals(Status.CONFIRMED.label()) ? 1 : 0;
      counts[3] += status.equals(Status.VERIFIED.label()) ? 1 : 0;
      counts[4] += isOpen && (verdict.isEmpty() || verdict.equals(Verdict.PENDING.label())) ? 1 : 0;
      counts[5] += isOpen && verdict.equals(Verdict.NOT_REACHABLE.label()) ? 1 : 0;
    }
    return new OpenWork(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }
}

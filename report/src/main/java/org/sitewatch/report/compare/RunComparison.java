package org.sitewatch.report.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sitewatch.detect.Status;

/**
 * What became of the disturbances of one run in another, from the reports of both. Each list is in
 * order of rank; a disturbance may stand in several.
 *
 * @param fresh in the second only
 * @param gone in the first only, and not told to have ended in between
 * @param notLookedAt in one of them only, at sites that the other one could not look at, or was not
 *     asked to; not what is news of the second
 * @param grown larger by at least the share asked for
 * @param closed finished or dismissed since
 * @param changed of another status in both
 */
public record RunComparison(
    List<Change> fresh,
    List<Change> gone,
    List<Change> notLookedAt,
    List<Change> grown,
    List<Change> closed,
    List<Change> changed) {

  /** The properties that are compared; a disturbance may come without the others. */
  public static final List<String> COMPARED =
      List.of("id", "site_id", "site_name", "status", "area_m2", "is_new");

  /**
   * One disturbance in both runs.
   *
   * @param statusBefore empty if the first run does not have it
   * @param statusAfter empty if neither the second run nor one in between has it
   * @param areaBefore_m2 NaN if the first run does not have it
   * @param areaAfter_m2 NaN as {@code statusAfter} is empty
   */
  public record Change(
      String id,
      String siteId,
      String siteName,
      String statusBefore,
      String statusAfter,
      double areaBefore_m2,
      double areaAfter_m2) {

    /** By what share its area grew; NaN where one of the areas is not known, or the first is 0. */
    public double growth() {
      return areaBefore_m2 > 0 ? areaAfter_m2 / areaBefore_m2 - 1 : Double.NaN;
    }
  }

  public RunComparison {
    fresh = List.copyOf(fresh);
    gone = List.copyOf(gone);
    notLookedAt = List.copyOf(notLookedAt);
    grown = List.copyOf(grown);
    closed = List.copyOf(closed);
    changed = List.copyOf(changed);
  }

  /**
   * One of the two runs.
   *
   * @param disturbances their properties, in its order
   * @param lookedAt whether it could look at a site, by its id
   */
  public record Side(Collection<JsonNode> disturbances, Predicate<String> lookedAt) {}

  /**
   * @param second the later run
   * @param between disturbances of the runs between them, the newest last
   * @param leastGrowth share from which on growth is told
   */
  public static RunComparison of(
      Side first, Side second, Collection<JsonNode> between, double leastGrowth) {
    Map<String, JsonNode> before = byId(first.disturbances());
    Map<String, JsonNode> after = byId(second.disturbances());
    Map<String, JsonNode> last = byId(between);
    var fresh = new ArrayList<Change>();
    var gone = new ArrayList<Change>();
    var notLookedAt = new ArrayList<Change>();
    var grown = new ArrayList<Change>();
    var closed = new ArrayList<Change>();
    var changed = new ArrayList<Change>();
    after.forEach(
        (id, now) -> {
          Change change = change(before.get(id), now);
          if (!before.containsKey(id)) {
            boolean isOlder =
                !first.lookedAt().test(change.siteId()) && !now.path("is_new").asBoolean();
            (isOlder ? notLookedAt : fresh).add(change);
          } else if (!change.statusBefore().equals(change.statusAfter())) {
            changed.add(change);
          }
          if (Status.isOver(change.statusAfter()) && !Status.isOver(change.statusBefore())) {
            closed.add(change);
          }
          if (change.growth() >= leastGrowth && change.growth() > 0) {
            grown.add(change);
          }
        });
    before.forEach(
        (id, then) -> {
          if (after.containsKey(id) || Status.isOver(status(then))) {
            return;
          }
          Change change = change(then, last.get(id));
          if (Status.isOver(change.statusAfter())) {
            closed.add(change);
          } else {
            (second.lookedAt().test(change.siteId()) ? gone : notLookedAt).add(change);
          }
        });
    return new RunComparison(fresh, gone, notLookedAt, grown, closed, changed);
  }

  /** A later one of the same id takes the place of an earlier one. */
  private static Map<String, JsonNode> byId(Collection<JsonNode> disturbances) {
    var byId = new LinkedHashMap<String, JsonNode>();
    disturbances.forEach(one -> byId.put(one.path("id").asText(), one));
    return byId;
  }

  /**
   * @param before null if there is none
   * @param after null if there is none; one of both is there
   */
  private static Change change(JsonNode before, JsonNode after) {
    JsonNode any = after == null ? before : after;
    return new Change(
        any.path("id").asText(),
        any.path("site_id").asText(),
        any.path("site_name").asText(),
        before == null ? "" : status(before),
        after == null ? "" : status(after),
        before == null ? Double.NaN : before.path("area_m2").asDouble(Double.NaN),
        after == null ? Double.NaN : after.path("area_m2").asDouble(Double.NaN));
  }

  private static String status(JsonNode disturbance) {
    return disturbance.path("status").asText();
  }
}

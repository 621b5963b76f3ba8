package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks that were judged and published are judged again when a scene comes late. What is derived
 * then is told under the names it was published by: a disturbance that overlaps a published one,
 * after two pixels, while both were seen, keeps that one's id, {@code alertedOn} and trace. All
 * else is as if the scene had come in time. For one series of one site; not to be used twice.
 */
public final class Republication {
  private final Map<String, Published> published = new TreeMap<>();
  private final Set<String> taken;
  private final Set<String> told = new TreeSet<>();

  /** As known at the end of the last run that told of it. */
  private record Published(LiveAlert alert, LocalDate until) {}

  /**
   * @param states of the runs whose looks are judged again, on the grid they are judged on
   * @param taken ids that may not be given to any other disturbance
   */
  public Republication(Collection<AlertState> states, Collection<String> taken) {
    this.taken = new TreeSet<>(taken);
    states.stream()
        .sorted(Comparator.comparing(AlertState::until))
        .forEach(
            state ->
                state
                    .raised()
                    .forEach(a -> published.put(a.id(), new Published(a, state.until()))));
    this.taken.addAll(published.keySet());
  }

  /**
   * @param before what the result was derived from, in told names
   */
  public TileResult of(AlertState before, TileResult derived, Period period) {
    if (published.isEmpty()) {
      return derived;
    }
    var names = names(before, derived.state());
    var state = derived.state();
    var renamed =
        new AlertState(
            state.siteId(),
            state.until(),
            state.grid(),
            state.bands(),
            state.live().stream().map(alert -> renamed(alert, names)).toList(),
            renamed(state.frozen(), names),
            new HeldOut(state.heldOut().day(), renamed(state.heldOut().patches(), names)),
            state.ended().stream().map(alert -> renamed(alert, names)).toList());
    return new TileResult(
        renamed(derived.findings(), names, renamed, period),
        renamed,
        derived.counts(),
        derived.change(),
        derived.refitDay());
  }

  /** What each is told by, the oldest first. */
  private Map<String, String> names(AlertState before, AlertState derived) {
    var names = new HashMap<String, String>();
    before.live().forEach(alert -> names.put(alert.id(), alert.id()));
    told.addAll(names.keySet());
    derived
        .raised()
        .filter(alert -> !names.containsKey(alert.id()))
        .sorted(
            Comparator.comparing((LiveAlert alert) -> alert.timeline().alertedOn())
                .thenComparing(LiveAlert::id, AlertIds.ORDER))
        .toList()
        .forEach(alert -> names.put(alert.id(), name(alert)));
    return names;
  }

  private String name(LiveAlert alert) {
    Optional<String> known =
        published.values().stream()
            .map(Published::alert)
            .filter(one -> !told.contains(one.id()) && meet(one, alert))
            .max(
                Comparator.comparingDouble((LiveAlert one) -> shared(one, alert))
                    .thenComparing(LiveAlert::id, AlertIds.ORDER.reversed()))
            .map(LiveAlert::id);
    String name = known.orElseGet(() -> AlertIds.free(alert.id(), taken));
    told.add(name);
    taken.add(name);
    return name;
  }

  /** On the same ground, at a time when both were seen or may have begun. */
  private static boolean meet(LiveAlert one, LiveAlert other) {
    return Lineage.reach(one.pixels()).intersects(other.pixels())
        && !one.timeline().lastSeen().isBefore(began(other))
        && !other.timeline().lastSeen().isBefore(began(one));
  }

  private static LocalDate began(LiveAlert alert) {
    return alert.timeline().occurredFrom().orElse(alert.timeline().occurredTo());
  }

  /** Intersection over union of the pixels. */
  private static double shared(LiveAlert one, LiveAlert other) {
    int both = one.pixels().count(other.pixels()::contains);
    return (double) both / (one.pixels().size() + other.pixels().size() - both);
  }

  private LiveAlert renamed(LiveAlert alert, Map<String, String> names) {
    String id = names.get(alert.id());
    String parent = alert.alert().parentId();
    var named =
        new LiveAlert(
            id,
            alert.pixels(),
            alert.direction(),
            timeline(alert.timeline(), id),
            alert.measures(),
            alert.alert(),
            alert.belief());
    return Lineage.childOf(names.getOrDefault(parent, parent), named);
  }

  /** What was published stays; what was seen since is added. */
  private Timeline timeline(Timeline derived, String id) {
    Published known = published.get(id);
    if (known == null) {
      return derived;
    }
    var old = known.alert().timeline();
    var trace = new ArrayList<>(old.alertTrace());
    for (TracePoint point : derived.alertTrace()) {
      if (point.date().isAfter(known.until())
          && point.confidence() > trace.get(trace.size() - 1).confidence()) {
        trace.add(point);
      }
    }
    return new Timeline(
        derived.lastClearBefore(),
        derived.occurredTo(),
        derived.firstSeen(),
        old.alertedOn(),
        derived.lastSeen(),
        trace,
        derived.beforeScene(),
        derived.afterScene());
  }

  private static List<FrozenPatch> renamed(List<FrozenPatch> patches, Map<String, String> names) {
    return patches.stream()
        .map(patch -> patch.withId(names.getOrDefault(patch.id(), patch.id())))
        .toList();
  }

  private static SiteFindings renamed(
      SiteFindings findings, Map<String, String> names, AlertState state, Period period) {
    var byId = new HashMap<String, LiveAlert>();
    state.raised().forEach(alert -> byId.put(alert.id(), alert));
    return new SiteFindings(
        findings.siteId(),
        findings.disturbances().stream()
            .map(one -> renamed(one, byId.get(names.get(one.id())), period))
            .sorted(Comparator.comparing(Disturbance::id))
            .toList(),
        findings.outcomes(),
        findings.lastClearLook(),
        findings.droppedUnconfirmed(),
        findings.paddingObjects(),
        findings.budget());
  }

  private static Disturbance renamed(Disturbance one, LiveAlert told, Period period) {
    return new Disturbance(
        told.id(),
        one.siteId(),
        one.zone(),
        one.outline(),
        one.extent(),
        told.timeline(),
        one.measures(),
        told.alert().withIsNew(period.contains(told.timeline().alertedOn())));
  }
}

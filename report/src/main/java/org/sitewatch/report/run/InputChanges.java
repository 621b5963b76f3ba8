package org.sitewatch.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What differs between the inputs of a run that exists and those of now, in words. */
final class InputChanges {
  private static final int SHOWN = 5;

  private final List<String> changes = new ArrayList<>();

  private InputChanges() {}

  /** Empty if nothing differs. */
  static List<String> between(RunInputs then, RunInputs now) {
    InputChanges changes = new InputChanges();
    changes.value("period", words(then), words(now));
    changes.value("software", then.run().software(), now.run().software());
    if (!then.registrySha256().equals(now.registrySha256())) {
      changes.changes.add("the registry");
    }
    changes.settings(then.settings(), now.settings());
    changes.items("detection floor", then.floors(), now.floors());
    changes.items("verdicts in", then.reviews(), now.reviews());
    boolean tellsItems = then.scenes().stream().noneMatch(one -> one.itemSha256().isEmpty());
    changes.items("scene", scenes(then, tellsItems), scenes(now, tellsItems));
    boolean tellsTiles = then.sites().stream().noneMatch(one -> one.tilesSha256().isEmpty());
    boolean tellsHistory = then.sites().stream().allMatch(one -> one.history().isPresent());
    changes.items(
        "site", sites(then, tellsTiles, tellsHistory), sites(now, tellsTiles, tellsHistory));
    return List.copyOf(changes.changes);
  }

  /** Without what a manifest of an older program does not tell. */
  private static Map<String, SceneInput> scenes(RunInputs inputs, boolean withItems) {
    return byId(
        inputs.scenes().stream().map(one -> withItems ? one : one.withoutItem()).toList(),
        SceneInput::id);
  }

  private static Map<String, SiteDecision> sites(
      RunInputs inputs, boolean withTiles, boolean withLooks) {
    return byId(
        inputs.sites().stream()
            .map(SiteDecision::withoutReasons)
            .map(one -> withTiles ? one : one.withoutTiles())
            .map(one -> withLooks ? one : one.withCountOfLooks())
            .toList(),
        SiteDecision::siteId);
  }

  /** The first few, and how many more. */
  static String brief(List<String> changes) {
    String shown = String.join(", ", changes.subList(0, Math.min(SHOWN, changes.size())));
    return changes.size() <= SHOWN ? shown : shown + " and " + (changes.size() - SHOWN) + " more";
  }

  private static String words(RunInputs inputs) {
    return inputs.run().period().since() + " to " + inputs.run().period().until();
  }

  private void value(String name, String then, String now) {
    if (!then.equals(now)) {
      changes.add(name + " (" + then + " → " + now + ")");
    }
  }

  private void settings(SortedMap<String, String> then, SortedMap<String, String> now) {
    TreeMap<String, String> names = new TreeMap<>(then);
    names.putAll(now);
    for (String name : names.keySet()) {
      value("setting " + name, then.getOrDefault(name, "unset"), now.getOrDefault(name, "unset"));
    }
  }

  private <T> void items(String kind, Map<String, T> then, Map<String, T> now) {
    now.forEach(
        (id, item) -> {
          if (!then.containsKey(id)) {
            changes.add(kind + " " + id + " is new");
          } else if (!then.get(id).equals(item)) {
            changes.add(kind + " " + id + " differs");
          }
        });
    then.forEach(
        (id, item) -> {
          if (!now.containsKey(id)) {
            changes.add(kind + " " + id + " is gone");
          }
        });
  }

  private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    for (T item : items) {
      byId.put(id.apply(item), item);
    }
    return byId;
  }
}

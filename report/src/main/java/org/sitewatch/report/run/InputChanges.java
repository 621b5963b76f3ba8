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
    changes.items("scene", byId(then.scenes(), SceneInput::id), byId(now.scenes(), SceneInput::id));
    changes.items(
        "site", byId(then.sites(), SiteDecision::siteId), byId(now.sites(), SiteDecision::siteId));
    return List.copyOf(changes.changes);
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

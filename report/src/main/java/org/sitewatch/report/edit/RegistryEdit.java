package org.sitewatch.report.edit;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.SiteChange;

/**
 * What happened to a site in the registry since the run that judged it last.
 *
 * @param siteId as it is now; of a removed site as it was
 * @param formerId of a renamed site, else the same
 * @param sinceRun the newest run that judged it, or for an added one the newest run at all
 * @param ground where it lies, then and now
 * @param entered disturbances that are told now though they began in looks that run knew, by id
 * @param left disturbances that were alive in that run and are not told any more, by id
 */
public record RegistryEdit(
    Kind kind,
    String siteId,
    String formerId,
    String sinceRun,
    Versions versions,
    Ground ground,
    List<String> entered,
    List<String> left)
    implements Serializable {
  private static final int SHOWN_OF_VERSION = 12;

  /** What was done. */
  public enum Kind {
    EDITED,
    RENAMED,
    ADDED,
    REMOVED,
    /** The registry of that run is not kept, so that nobody can tell. */
    UNKNOWN;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Of the registry: sha256 of its canonical GeoJSON.
   *
   * @param before that of {@link #sinceRun}
   */
  public record Versions(String before, String after) implements Serializable {}

  /**
   * All zones together; NaN where there was or is nothing.
   *
   * @param outlines zones drawn otherwise
   * @param isNewWindow whether it is judged on another window of pixels
   * @param looks that run knew
   * @param looksLost how many fewer the new window has up to the end of that run; a scene that came
   *     later than that run makes up for one that was lost
   */
  public record Ground(
      double areaBefore_m2,
      double areaAfter_m2,
      double moved_m,
      List<Zone> outlines,
      boolean isNewWindow,
      int looks,
      int looksLost)
      implements Serializable {
    static final Ground NONE =
        new Ground(Double.NaN, Double.NaN, Double.NaN, List.of(), false, 0, 0);

    public Ground {
      outlines = List.copyOf(outlines);
    }

    static Ground of(SiteChange change, Window window) {
      return new Ground(
          change.areaBefore_m2(),
          change.areaAfter_m2(),
          change.moved_m(),
          change.outlines(),
          window.isNew(),
          window.looks(),
          window.looksLost());
    }
  }

  /** What became of the window: see {@link Ground}. */
  record Window(boolean isNew, int looks, int looksLost) {}

  public RegistryEdit {
    entered = List.copyOf(entered);
    left = List.copyOf(left);
  }

  /** All in one sentence without the site's name, for the ledger. */
  public String note() {
    return kind == Kind.UNKNOWN ? edit() : edit() + "; " + disturbances();
  }

  /** What was edited. */
  public String edit() {
    String versions =
        "after run %s (registry %s → %s)"
            .formatted(sinceRun, brief(versions().before()), brief(versions().after()));
    return switch (kind) {
      case EDITED ->
          "boundary edited %s: %s%s, its looks are judged again with it"
              .formatted(versions, areas(), window());
      case RENAMED ->
          "renamed %s: was '%s', %s, its looks are judged again under the new id"
              .formatted(versions, formerId, areas());
      case ADDED ->
          "added %s: %s m², all stored looks since watching began are judged"
              .formatted(versions, FixedDecimals.of(ground.areaAfter_m2(), 0));
      case REMOVED ->
          "removed %s: %s m² are not watched any more"
              .formatted(versions, FixedDecimals.of(ground.areaBefore_m2(), 0));
      case UNKNOWN ->
          "registry edited %s, but the older one is not kept: what was edited cannot be told"
              .formatted(versions);
    };
  }

  private String areas() {
    String zones = ground.outlines().stream().map(Zone::label).collect(Collectors.joining("+"));
    double change_m2 = ground.areaAfter_m2() - ground.areaBefore_m2();
    return "area %s → %s m² (%s%s %%), moved %s m%s"
        .formatted(
            FixedDecimals.of(ground.areaBefore_m2(), 0),
            FixedDecimals.of(ground.areaAfter_m2(), 0),
            change_m2 > 0 ? "+" : "",
            FixedDecimals.of(100 * change_m2 / ground.areaBefore_m2(), 2),
            FixedDecimals.of(ground.moved_m(), 1),
            zones.isEmpty() ? "" : ", outline of " + zones);
  }

  private String window() {
    if (!ground.isNewWindow()) {
      return "";
    }
    return ground.looksLost() == 0
        ? ", another window"
        : ", another window that has %d looks fewer than the %d known then"
            .formatted(ground.looksLost(), ground.looks());
  }

  /** Which disturbances came and went by it. */
  public String disturbances() {
    return "entered because of it: %s, left because of it: %s".formatted(list(entered), list(left));
  }

  private static String list(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(" ", ids);
  }

  private static String brief(String version) {
    return version.substring(0, Math.min(SHOWN_OF_VERSION, version.length()));
  }
}

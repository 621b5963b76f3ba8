package org.sitewatch.report.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.report.edit.RegistryEdit.Ground;
import org.sitewatch.report.edit.RegistryEdit.Kind;
import org.sitewatch.report.edit.RegistryEdit.Versions;
import org.sitewatch.report.edit.RegistryEdit.Window;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryDiff;
import org.sitewatch.sites.registry.RenamedSites;
import org.sitewatch.sites.registry.SiteChange;
import org.sitewatch.sites.registry.SiteRegistry;

/**
 * Compares the registry of a run with those of the runs before it: for each site with that of the
 * newest run that judged it. What is told in one run is not told in the next.
 */
public final class RegistryEdits {
  private final Now now;
  private final List<RunDirectory> before;
  private final EarlierRuns earlier;
  private final Map<String, List<Disturbance>> found;
  private final Set<String> foundIds;
  private final List<RegistryEdit> edits = new ArrayList<>();

  /**
   * The run that is made.
   *
   * @param registry all usable sites
   * @param unusable ids of entries that are there but cannot be used
   * @param isWhole whether the run speaks of the whole registry
   * @param sites what it decided of those it judged
   * @param looks how many looks of a site, by its id, were used up to and with a day
   */
  public record Now(
      SiteRegistry registry,
      Set<String> unusable,
      boolean isWhole,
      Collection<SiteDecision> sites,
      ToIntBiFunction<String, LocalDate> looks,
      Collection<Disturbance> disturbances) {}

  private RegistryEdits(Now now, List<RunDirectory> before, RegistryShelf shelf) {
    this.now = now;
    this.before = before;
    this.earlier = new EarlierRuns(shelf);
    this.found = now.disturbances().stream().collect(Collectors.groupingBy(Disturbance::siteId));
    this.foundIds = now.disturbances().stream().map(Disturbance::id).collect(Collectors.toSet());
  }

  /**
   * By site id; none for the first run of a workspace.
   *
   * @param before complete runs that end by the begin of the new one, the newest first
   */
  public static List<RegistryEdit> of(Now now, List<RunDirectory> before, RegistryShelf shelf) {
    var edits = new RegistryEdits(now, before, shelf);
    now.sites().forEach(edits::judged);
    edits.addedAndRemoved();
    edits.edits.sort(Comparator.comparing(RegistryEdit::siteId).thenComparing(RegistryEdit::kind));
    return List.copyOf(edits.edits);
  }

  /** A site that is still there under its id. */
  private void judged(SiteDecision site) {
    Optional<RunDirectory> last = newestOf(site.siteId());
    if (last.isEmpty() || isOfThisVersion(last.get())) {
      return;
    }
    Optional<Site> old = earlier.registry(last.get()).flatMap(then -> then.findSite(site.siteId()));
    if (old.isEmpty()) {
      edits.add(
          new RegistryEdit(
              Kind.UNKNOWN,
              site.siteId(),
              site.siteId(),
              last.get().id(),
              versions(last.get()),
              Ground.NONE,
              List.of(),
              List.of()));
      return;
    }
    SiteChange change = SiteChange.between(old.get(), now.registry().getSite(site.siteId()));
    boolean isBoundary =
        !change.outlines().isEmpty()
            || change.fields().stream().anyMatch(field -> field.name().equals("zones"));
    if (isBoundary) {
      edits.add(
          new RegistryEdit(
              Kind.EDITED,
              site.siteId(),
              site.siteId(),
              last.get().id(),
              versions(last.get()),
              Ground.of(change, window(last.get(), site)),
              entered(site.siteId(), last.get()),
              left(site.siteId(), last.get())));
    }
  }

  private void addedAndRemoved() {
    Optional<RunDirectory> last = before.stream().filter(run -> !run.isOfSomeSites()).findFirst();
    if (!now.isWhole() || last.isEmpty()) {
      return;
    }
    removedWhileUnusable(last.get());
    if (isOfThisVersion(last.get())) {
      return;
    }
    Optional<SiteRegistry> then = earlier.registry(last.get());
    if (then.isEmpty()) {
      return; // told of each site
    }
    RegistryDiff diff = RegistryDiff.between(then.get(), now.registry());
    Map<String, RenamedSites.Renaming> renamed =
        RenamedSites.between(then.get(), now.registry()).stream()
            .filter(one -> !now.unusable().contains(one.before().id()))
            .collect(
                Collectors.toMap(
                    one -> one.after().id(),
                    Function.identity(),
                    (one, other) -> one,
                    TreeMap::new));
    var gone = new TreeSet<String>();
    renamed.values().forEach(one -> gone.add(one.before().id()));
    for (Site site : diff.added()) {
      boolean isKnown = before.stream().anyMatch(run -> isOf(run, site.id()));
      if (renamed.containsKey(site.id())) {
        addRenamed(renamed.get(site.id()), last.get());
      } else if (!isKnown) {
        add(Kind.ADDED, site, last.get(), entered(site.id(), last.get()), List.of());
      }
    }
    for (Site site : diff.removed()) {
      if (!gone.contains(site.id()) && !now.unusable().contains(site.id())) {
        add(Kind.REMOVED, site, last.get(), List.of(), left(site.id(), last.get()));
      }
    }
  }

  /**
   * The registry of a run has only the entries that could be used; the others stand in its ledger.
   */
  private void removedWhileUnusable(RunDirectory last) {
    var gone = new TreeSet<String>();
    before.forEach(run -> gone.addAll(run.head().sites().notIn(last.head().sites())));
    gone.removeIf(id -> now.unusable().contains(id) || now.registry().findSite(id).isPresent());
    if (gone.isEmpty()) {
      return;
    }
    try {
      gone.retainAll(earlier.ledger(last).keySet());
    } catch (UserException unreadable) {
      return; // 'verify' tells
    }
    for (String id : gone) {
      Optional<RunDirectory> judged = newestOf(id);
      judged
          .flatMap(earlier::registry)
          .flatMap(registry -> registry.findSite(id))
          .ifPresent(
              site -> add(Kind.REMOVED, site, judged.get(), List.of(), left(id, judged.get())));
    }
  }

  private Optional<RunDirectory> newestOf(String siteId) {
    return before.stream().filter(run -> isOf(run, siteId)).findFirst();
  }

  private void add(
      Kind kind, Site site, RunDirectory last, List<String> entered, List<String> left) {
    double area_m2 = GeodesicArea.area_m2(site.area());
    boolean isAdded = kind == Kind.ADDED;
    var ground =
        new Ground(
            isAdded ? Double.NaN : area_m2,
            isAdded ? area_m2 : Double.NaN,
            Double.NaN,
            List.of(),
            false,
            0,
            0);
    edits.add(
        new RegistryEdit(
            kind, site.id(), site.id(), last.id(), versions(last), ground, entered, left));
  }

  private void addRenamed(RenamedSites.Renaming renaming, RunDirectory last) {
    edits.add(
        new RegistryEdit(
            Kind.RENAMED,
            renaming.after().id(),
            renaming.before().id(),
            last.id(),
            versions(last),
            Ground.of(
                SiteChange.between(renaming.before(), renaming.after()), new Window(false, 0, 0)),
            entered(renaming.after().id(), last),
            left(renaming.before().id(), last)));
  }

  private boolean isOf(RunDirectory run, String siteId) {
    return run.head().sites().contains(siteId);
  }

  private boolean isOfThisVersion(RunDirectory run) {
    return run.head().registrySha256().equals(now.registry().version());
  }

  private Versions versions(RunDirectory run) {
    return new Versions(run.head().registrySha256(), now.registry().version());
  }

  private Window window(RunDirectory last, SiteDecision site) {
    SiteDecision then = earlier.decision(last, site.siteId()).orElseThrow();
    int known = then.looksInAll();
    int left = now.looks().applyAsInt(site.siteId(), last.until());
    return new Window(!then.grid().equals(site.grid()), known, Math.max(0, known - left));
  }

  /** Told now, begun in looks the last run knew, and not told then. */
  private List<String> entered(String siteId, RunDirectory last) {
    Set<String> told = earlier.ids(last);
    LocalDate known = last.until();
    return found.getOrDefault(siteId, List.of()).stream()
        .filter(one -> !told.contains(one.id()))
        .filter(one -> !one.timeline().alertedOn().isAfter(known))
        .map(Disturbance::id)
        .sorted()
        .toList();
  }

  /** Alive at the end of the last run and not told now. */
  private List<String> left(String siteId, RunDirectory last) {
    return earlier.open(last, siteId).stream().filter(id -> !foundIds.contains(id)).toList();
  }
}

package org.sitewatch.detect.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sitewatch.detect.AlertState;
import org.sitewatch.detect.ChangeSurface;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.KnowledgeShelf;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.Republication;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.detect.TileResult;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.detect.score.ObjectTable;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.ingest.KnownLooks;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.ingest.StackReading.FailedLook;
import org.sitewatch.ingest.TaskFault;
import org.sitewatch.ingest.TileCheck;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.ingest.UnreadableLookException;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;

/** One task of {@link DetectJob}: reads a site's stacks, has them judged, and puts all together. */
final class SiteExamination {
  /** With fewer scenes nearly all looks are needed every time. */
  private static final int LOOKS_TO_KNOW = 12;

  private final DetectTask task;
  private final SceneCatalog catalog;
  private final DetectPlan plan;
  private final PixelWork pixels;
  private final List<SiteFindings> findings = new ArrayList<>();
  private final List<String> gridKeys = new ArrayList<>();
  private final List<String> lookIds = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> earlierNotes = new ArrayList<>();
  private final List<String> ledgerNotes = new ArrayList<>();
  private final TreeMap<String, String> pixelHashes = new TreeMap<>();
  private final TreeMap<String, ModelBasis> models = new TreeMap<>();
  private final List<String> setAside = new ArrayList<>();
  private final TreeMap<String, String> statesToCompare = new TreeMap<>();
  private final SiteStates next;
  private ChangeSurface newestChange;
  private long reading_ns;
  private long judging_ns;

  SiteExamination(DetectTask task, SceneCatalog catalog, DetectPlan plan, PixelWork pixels) {
    this.task = task;
    next = new SiteStates(task.site().id());
    this.catalog = catalog;
    this.plan = plan;
    this.pixels = pixels;
  }

  ExaminedSite examined() {
    long begun = System.nanoTime();
    SiteResult result = result();
    return new ExaminedSite(
        result,
        new SiteTimes(reading_ns, judging_ns, System.nanoTime() - begun),
        setAside,
        statesToCompare);
  }

  private SiteResult result() {
    SiteView.inWords(task.views())
        .ifPresent(
            apart -> {
              notes.add(apart);
              ledgerNotes.add(apart);
            });
    for (SiteView view : task.views()) {
      try {
        examine(view);
      } catch (IOException problem) {
        findings.add(failure(view, problem.getMessage()));
      } catch (UserException problem) {
        if (problem.exitCode() == ExitCode.INTEGRITY) {
          throw problem;
        }
        findings.add(failure(view, problem.getMessage()));
      } catch (RuntimeException | Error fault) {
        findings.add(
            failure(view, TaskFault.told("judging site '" + task.site().id() + "'", fault)));
      }
    }
    return new SiteResult(
        FindingsMerge.of(task.site().id(), findings),
        next.isEmpty() ? "" : next.toJson(),
        gridKeys,
        lookIds,
        earlierNotes,
        notes,
        ledgerNotes,
        pixelHashes,
        models);
  }

  private void examine(SiteView view) throws IOException {
    gridKeys.add(Tile.gridKey(view.grid()));
    List<String> unread = SiteInputs.notesOfTooLarge(view, catalog, plan.period());
    notes.addAll(unread);
    unread.stream().filter(SiteInputs::isOfHistoryLeftOut).forEach(ledgerNotes::add);
    Path file = modelFolder(view).resolve("looks.known");
    try {
      examine(view, KnownLooksFile.read(file, plan.config()));
    } catch (UnreadableLookException damaged) {
      examine(view, KnownLooksFile.anew(file, plan.config()));
    }
  }

  private void examine(SiteView view, KnownLooksFile known) throws IOException {
    LocalDate until = plan.period().until();
    boolean isMany = view.sceneIds().size() >= LOOKS_TO_KNOW;
    long begun = System.nanoTime();
    StackReading reading =
        pixels.read(view, catalog, plan.store(), until, isMany ? known : KnownLooks.NONE);
    reading_ns += System.nanoTime() - begun;
    for (FailedLook failure : reading.failures()) {
      setAside.addAll(
          TileCheck.setAsideDamaged(view, catalog, plan.store(), failure.look().sceneIds()));
    }
    TileStack stack = reading.stack();
    StartState start = StartState.find(view, reading, task.earlier(), plan, statesToCompare);
    KnowledgeShelf shelf = shelf(view, reading, known);
    Known begin = caughtUp(view, stack, start, shelf);
    Optional<ObjectTable> objects =
        Optional.of(plan.objectFolder())
            .filter(folder -> !folder.isEmpty())
            .map(folder -> new ObjectTable(stack.grid()));
    ObjectLog log = objects.isPresent() ? objects.get() : ObjectLog.NONE;
    TileResult result =
        judged(view, stack, begin.state(), plan.period(), start.names(), log, shelf);
    if (isMany) {
      known.write();
    }
    if (objects.isPresent()) {
      write(objects.get(), idMark(view));
    }
    findings.add(FindingsMerge.withFailures(result.findings(), reading.failures(), plan.period()));
    next.put(
        view.series(),
        new SiteStates.Entry(
            result.state(),
            StateBasis.ofState(view, reading, plan, until),
            begin.newer(result.counts())));
    models.put(view.series(), StateBasis.ofModel(view, reading, plan.config(), result.model()));
    result.changeSurface().ifPresent(this::keepNewest);
    pixelHashes.putAll(reading.pixelHashes());
    for (Look look : stack.looks()) {
      lookIds.add(look.id());
    }
    earlierNotes.addAll(SiteInputs.earlierNotes(reading, plan.period()));
    notes.addAll(SiteInputs.notes(reading, plan.period()));
    ledgerNotes.addAll(SiteInputs.notesForLedger(reading, plan.period()));
    if (newestChange != null && !plan.changeFolder().isEmpty()) {
      write(newestChange);
    }
  }

  /**
   * The state at the begin of the period, gone on from the newest earlier run that saw the same.
   */
  private Known caughtUp(SiteView view, TileStack stack, StartState start, KnowledgeShelf shelf) {
    LocalDate since = plan.period().since();
    if (!start.from().isBefore(since)) {
      return new Known(start.state(), start.counts());
    }
    var gap = new Period(start.from(), since);
    TileResult result =
        judged(view, stack, start.state(), gap, start.names(), ObjectLog.NONE, shelf);
    return new Known(
        result.state(), new Known(start.state(), start.counts()).newer(result.counts()));
  }

  /** At the begin of the period. */
  private record Known(AlertState state, TrialCounts counts) {

    /** Counts stay until a model is learnt again. */
    TrialCounts newer(TrialCounts judged) {
      return judged.isLearnt() ? judged : counts;
    }
  }

  private TileResult judged(
      SiteView view,
      TileStack stack,
      AlertState before,
      Period period,
      Republication names,
      ObjectLog log,
      KnowledgeShelf shelf) {
    long begun = System.nanoTime();
    TileResult result =
        pixels.judge(
            task.site(),
            stack,
            before,
            period,
            plan.config(),
            plan.pools().others(task.site().id(), view.series()),
            idMark(view),
            log,
            shelf);
    judging_ns += System.nanoTime() - begun;
    return names.of(before, result, period);
  }

  private Path modelFolder(SiteView view) {
    return Path.of(plan.modelFolder())
        .resolve(Tile.siteKey(task.site().id()))
        .resolve(Tile.siteKey(view.series()));
  }

  private KnowledgeShelf shelf(SiteView view, StackReading reading, KnownLooksFile known) {
    return new ModelFolder(
        modelFolder(view), known, day -> StateBasis.of(view, reading, plan.config(), day));
  }

  /** Ids of a second sensor carry a number, so that both can raise one on the same day. */
  private String idMark(SiteView view) {
    List<SiteView> judged = task.views().stream().filter(one -> one.tooLarge().isEmpty()).toList();
    int place = judged.indexOf(view);
    return place == 0 ? "" : Integer.toString(place + 1);
  }

  private void keepNewest(ChangeSurface change) {
    if (newestChange == null || change.look().compareTo(newestChange.look()) > 0) {
      newestChange = change;
    }
  }

  private void write(ChangeSurface change) throws IOException {
    Path folder = Path.of(plan.changeFolder());
    Files.createDirectories(folder);
    Samples evidence =
        Samples.of(
            SampleType.F32,
            change.grid().width(),
            change.grid().height(),
            List.of(change.evidence()));
    TiffWriter.of(evidence, change.grid())
        .nodata(Double.NaN)
        .bandNames(List.of("evidence"))
        .metadata("SITEWATCH_LOOK", change.look().id())
        .writeAtomically(folder.resolve(Tile.siteKey(task.site().id()) + ".tif"));
  }

  private void write(ObjectTable objects, String mark) throws IOException {
    Path folder = Path.of(plan.objectFolder());
    Files.createDirectories(folder);
    String suffix = mark.isEmpty() ? ".csv" : "-" + mark + ".csv";
    Files.writeString(folder.resolve(Tile.siteKey(task.site().id()) + suffix), objects.text());
  }

  private SiteFindings failure(SiteView view, String reason) {
    List<LookOutcome> outcomes =
        view.sceneIds().stream()
            .map(catalog::getScene)
            .filter(scene -> plan.period().contains(scene.date()))
            .<LookOutcome>map(
                scene -> new LookOutcome.Failed(scene.id(), scene.date(), scene.sensor(), reason))
            .toList();
    LookOutcome inWords = new LookOutcome.Failed("", plan.period().until(), view.sensor(), reason);
    // An image too fine for the site is a failed look of its own week, not of every week after it.
    boolean needsWords = outcomes.isEmpty() && view.tooLarge().isEmpty();
    return new SiteFindings(
        task.site().id(),
        List.of(),
        needsWords ? List.of(inWords) : outcomes,
        null,
        0,
        0,
        HeldBudget.NONE);
  }
}

package org.sitewatch.cli;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.sitewatch.detect.SimulatedAlerts;
import org.sitewatch.detect.job.SimulatedPixels;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.PlanCost;
import org.sitewatch.ingest.Scene;
import org.sitewatch.report.run.RunStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A scan of one period as {@link ScanCommand} does it, with pixels stubbed: tiles of earlier scenes
 * are said to be stored, those of the period are planned and not cut, and what looks show is drawn
 * by lot. All else is the program. For {@code scripts/simulate-scale}.
 */
@Command(name = "simulated-week")
final class SimulatedWeek implements Runnable {
  /** Pools of the serial collector. */
  private static final Set<String> HEAP = Set.of("Eden Space", "Survivor Space", "Tenured Gen");

  @Mixin private JudgingOptions judging;

  @Option(names = "--workspace", required = true)
  private Path folder;

  @Option(names = "--alerts-per-thousand", defaultValue = "5")
  private double alertsPerThousand;

  private RunOutcome outcome;
  private IngestPlan plan;

  /**
   * Prints a line a week: its name, seconds by the clock and of CPU, and the most megabytes that
   * were left after a collection.
   *
   * @param args weeks by commas, then options
   */
  public static void main(String[] args) {
    var heap = new LiveHeap();
    String[] options = Arrays.copyOf(args, args.length + 2);
    options[args.length] = "--week";
    for (String week : args[0].split(",")) {
      options[args.length + 1] = week;
      long begun_ns = System.nanoTime();
      long cpuThen_ns = cpu_ns();
      scan(Arrays.copyOfRange(options, 1, options.length));
      System.out.printf(
          Locale.ROOT,
          "%s\t%.1f\t%.1f\t%d%n",
          week,
          (System.nanoTime() - begun_ns) / 1e9,
          (cpu_ns() - cpuThen_ns) / 1e9,
          heap.mostSinceAsked_bytes() / 1_000_000);
    }
    System.exit(0);
  }

  private static long cpu_ns() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** What is left after collections. */
  private static final class LiveHeap {
    private final AtomicLong most = new AtomicLong();

    LiveHeap() {
      for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
        ((NotificationEmitter) collector)
            .addNotificationListener((notice, with) -> note(notice), null, null);
      }
    }

    private void note(Notification notice) {
      if (notice.getUserData() instanceof CompositeData data) {
        long left =
            GarbageCollectionNotificationInfo.from(data)
                .getGcInfo()
                .getMemoryUsageAfterGc()
                .entrySet()
                .stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        most.accumulateAndGet(left, Math::max);
      }
    }

    long mostSinceAsked_bytes() {
      return most.getAndSet(0);
    }
  }

  /** The week that the options name, in memory of the caller. */
  static SimulatedWeek scan(String... args) {
    var week = new SimulatedWeek();
    int code = new CommandLine(week).execute(args);
    if (code != 0) {
      throw new AssertionError("exit code " + code);
    }
    return week;
  }

  RunOutcome outcome() {
    return outcome;
  }

  IngestPlan plan() {
    return plan;
  }

  @Override
  public void run() {
    var log = new Log(new PrintWriter(System.err, true, StandardCharsets.UTF_8), 0);
    Workspace workspace = Workspace.open(folder);
    var stages = Stages.from("plan");
    var runs = new RunStore(workspace.root());
    runs.recover();
    var step = DetectStep.prepare(workspace, runs, judging, log);
    Map<String, Scene> scenes = step.inputs().catalog().byId();
    plan =
        IngestPlan.of(
            step.inputs().views(),
            step.inputs().catalog(),
            (site, grid) -> stored(scenes, step.choice()));
    log.info(
        "plan: %d tiles there, %d to cut in %d parts of scenes, %.1f MB to decode"
            .formatted(
                plan.present(),
                PlanCost.of(plan).tiles(),
                plan.tasks().size(),
                PlanCost.of(plan).decodedBytes() / 1e6));
    StandingRun.of(runs, step, plan, workspace.tileStore(), false);
    stages.next("detect");
    try (var session = judging.session(log)) {
      step.run(session, stages, new SimulatedPixels(new SimulatedAlerts(alertsPerThousand / 1000)));
    }
    outcome =
        new ReportStep(workspace, runs, log, stages)
            .run(step.inputs()::registry, step.choice().id(), false, false);
    stages.tell(log);
  }

  /** Of all scenes before the period. */
  private static Set<String> stored(Map<String, Scene> scenes, RunOptions.Choice run) {
    return new AbstractSet<>() {
      @Override
      public boolean contains(Object name) {
        String file = name.toString();
        Scene scene = scenes.get(file.substring(0, file.indexOf('.')));
        return !scene.date().isAfter(run.period().since());
      }

      @Override
      public Iterator<String> iterator() {
        return Collections.emptyIterator();
      }

      @Override
      public int size() {
        return 0;
      }
    };
  }
}

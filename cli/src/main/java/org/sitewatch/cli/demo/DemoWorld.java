package org.sitewatch.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * A simulated valley seen by a Sentinel-2-like satellite over two seasons, and its corner over
 * four, with known disturbances: GeoTIFFs, STAC items, a registry, and the truth. The same bytes on
 * every run, for any number of threads.
 *
 * <p>Simplifications: one orbit, flat light within a pixel, no change of illumination by clouds'
 * sides, and events that only ever grow. Figures measured on it flatter a detector.
 */
public final class DemoWorld {
  static final long SEED = 20_241_020L;

  /** Pixels of 10 m along each side of the demo's ground: whole tiles at 10 m and at 20 m. */
  public static final int STANDARD_SIZE = 1024;

  private static final int SMALL_SIZE = 192;

  /** Passes from this day on are for scanning, earlier ones are history. */
  private static final LocalDate FIRST_SCANNED_DAY = LocalDate.of(2024, 9, 9);

  private final Frame frame;
  private final List<Acquisition> passes;
  private final List<Acquisition> earlier;
  private final int threads;
  private final BandWriter files;

  /** The demo as it ships, rendered by at most two threads. */
  public static DemoWorld standard() {
    int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
    return new DemoWorld(
        new Frame(STANDARD_SIZE),
        Acquisition.plan(),
        EarlierPasses.plan(),
        threads,
        new CogWriter());
  }

  /** A few passes over a corner, one week of them for scanning: enough to try a machine with. */
  public static DemoWorld small() {
    return new DemoWorld(
        new Frame(SMALL_SIZE), Acquisition.plan().subList(8, 15), List.of(), 1, new CogWriter());
  }

  /**
   * @param passes over the whole frame
   * @param earlier passes over the corner only, none of them on a day of the others
   */
  DemoWorld(
      Frame frame,
      List<Acquisition> passes,
      List<Acquisition> earlier,
      int threads,
      BandWriter files) {
    this.frame = frame;
    this.passes = List.copyOf(passes);
    this.earlier = List.copyOf(earlier);
    this.threads = threads;
    this.files = files;
  }

  /**
   * Writes everything; about 60 MB of memory for each thread and 100 MB for the ground.
   *
   * @param imageryDirectory gets a folder for each pass, {@code items.json} and {@code
   *     sites.geojson}
   * @param truthFile what really happened, for {@link DemoScore} only
   * @param passesDone called after each pass with the number written so far, from this thread
   */
  public DemoSummary write(Path imageryDirectory, Path truthFile, IntConsumer passesDone) {
    try {
      Files.createDirectories(imageryDirectory);
      return writeAll(imageryDirectory, truthFile, passesDone);
    } catch (IOException broken) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "demo cannot be written to " + imageryDirectory + ": " + broken.getMessage(),
          broken);
    }
  }

  private DemoSummary writeAll(Path directory, Path truthFile, IntConsumer passesDone)
      throws IOException {
    var sites = SitePlan.sites(frame);
    var events = EventPlan.events(frame);
    var written = new ArrayList<PassWriter.Written>();
    if (!earlier.isEmpty()) {
      written.addAll(render(writer(Frame.corner(), directory), earlier, passesDone));
    }
    int before = written.size();
    written.addAll(
        render(writer(frame, directory), passes, done -> passesDone.accept(before + done)));

    var items = Json.collection();
    Map<String, Integer> looks = new TreeMap<>();
    for (var pass : written) {
      Json.features(items).add(pass.item());
      pass.eventsInSight().forEach(id -> looks.merge(id, 1, Integer::sum));
    }
    var itemsFile = directory.resolve("items.json");
    var registryFile = directory.resolve("sites.geojson");
    Json.write(itemsFile, items);
    Json.write(registryFile, DemoFiles.registry(sites));
    Json.write(truthFile, DemoFiles.truth(sites, events, looks));
    return new DemoSummary(
        itemsFile,
        registryFile,
        Stream.concat(earlier.stream(), passes.stream()).map(Acquisition::date).sorted().toList(),
        weeks(),
        sites.size(),
        count(events, Event.Role.NEW),
        count(events, Event.Role.DECOY));
  }

  private PassWriter writer(Frame part, Path directory) {
    var uncultivated =
        SitePlan.sites(part).stream()
            .filter(site -> !site.id().equals(SitePlan.WITH_FIELDS))
            .map(DemoSite::area)
            .toList();
    var prints = EventPlan.events(part).stream().map(event -> EventPrint.of(event, part)).toList();
    return new PassWriter(part, new Landscape(part, uncultivated), prints, files, directory);
  }

  private List<PassWriter.Written> render(
      PassWriter writer, List<Acquisition> passes, IntConsumer passesDone) throws IOException {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var futures = new ArrayList<Future<PassWriter.Written>>();
      for (var pass : passes) {
        Callable<PassWriter.Written> task = () -> writer.write(pass);
        futures.add(pool.submit(task));
      }
      var written = new ArrayList<PassWriter.Written>();
      for (var future : futures) {
        written.add(result(future));
        passesDone.accept(written.size());
      }
      return written;
    } finally {
      pool.shutdownNow();
    }
  }

  private static PassWriter.Written result(Future<PassWriter.Written> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IllegalStateException("demo pass failed", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UserException(ExitCode.INTERRUPTED, "demo interrupted", stopped);
    }
  }

  private List<String> weeks() {
    return passes.stream()
        .map(Acquisition::date)
        .filter(date -> !date.isBefore(FIRST_SCANNED_DAY))
        .map(DemoWorld::isoWeek)
        .distinct()
        .toList();
  }

  private static String isoWeek(LocalDate date) {
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        date.get(IsoFields.WEEK_BASED_YEAR),
        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static int count(List<Event> events, Event.Role role) {
    return (int) events.stream().filter(event -> event.role() == role).count();
  }
}

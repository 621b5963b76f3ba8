package org.sitewatch.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitewatch.ingest.CutResult.Failure;
import org.sitewatch.ingest.IngestPlan.Cut;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.source.WebException;
import org.sitewatch.ingest.source.WebFault;
import org.sitewatch.ingest.tiff.BlockLayout;
import org.sitewatch.ingest.tiff.Fetched;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffException;
import org.sitewatch.ingest.tiff.TiffReader;
import org.sitewatch.ingest.tiff.WindowBuilder;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * Cuts the windows of many sites out of one part of a scene. It walks the internal blocks row by
 * row, decodes each that is needed once, hands its pixels to every window it meets, and stores a
 * window after its last block; so memory holds the windows that reach into the next block or the
 * next row of them, never the scene.
 *
 * @param root of the workspace, that relative hrefs start from
 * @param mostWindowBytes a window of more is not cut: it would cost the others their memory
 */
public record SceneCutter(String root, SourceDoor door, long mostWindowBytes)
    implements Serializable {
  /** What a cut may hold of packed blocks that were fetched and not read yet. */
  private static final long MOST_BYTES_AHEAD = 64 << 20;

  public SceneCutter(String root, SourceDoor door) {
    this(root, door, 256_000_000);
  }

  public CutResult cut(CutTask task, TileStore store) {
    return turns(task).stream()
        .map(cuts -> sweep(new CutTask(task.sceneId(), task.sensor(), task.part(), cuts), store))
        .reduce(CutResult.NONE, CutResult::merge);
  }

  /**
   * All windows in one turn, but for large ones: of these as many a turn as one may be large, so
   * that many large sites side by side do not take the memory of the small ones.
   */
  private List<List<Cut>> turns(CutTask task) {
    var turns = new ArrayList<List<Cut>>();
    turns.add(new ArrayList<>());
    double held = 0;
    for (Cut cut : task.cuts()) {
      double bytes = bytesOf(cut, task.part());
      if (bytes <= mostWindowBytes / 16.0) {
        turns.get(0).add(cut);
        continue;
      }
      held += bytes;
      if (turns.size() == 1 || held > mostWindowBytes) {
        turns.add(new ArrayList<>());
        held = bytes;
      }
      turns.get(turns.size() - 1).add(cut);
    }
    turns.removeIf(List::isEmpty);
    return turns;
  }

  private static double bytesOf(Cut cut, ScenePart part) {
    int sampleBytes = SceneFile.storageOf(part.assets().get(0)).sampleBytes();
    double pixels = (double) cut.window().width() * cut.window().height();
    return pixels * part.bands().size() * sampleBytes;
  }

  private CutResult sweep(CutTask task, TileStore store) {
    try (var sweep = new Sweep(task, store)) {
      return sweep.run();
    } catch (IOException unreadable) {
      String reason = "scene '" + task.sceneId() + "': " + inWords(unreadable);
      task.cuts().forEach(cut -> store.markFailed(cut.key(), reason));
      return CutResult.failed(
          task.cuts().stream().map(cut -> new Failure(cut.key(), reason)).toList());
    }
  }

  /** With a cure for an image that is not there any more, where it was when it was registered. */
  private static String inWords(IOException problem) {
    String cure = "; put it back or fetch it again";
    if (problem instanceof NoSuchFileException) {
      return problem.getMessage() + " does not exist any more" + cure;
    }
    if (problem instanceof WebException web && web.fault() == WebFault.MISSING) {
      return problem.getMessage() + "; add the scene again if its image was moved";
    }
    boolean isFolder =
        problem instanceof FileSystemException broken
            && broken.getFile() != null
            && Files.isDirectory(Path.of(broken.getFile()));
    return problem.getMessage() + (isFolder ? cure : "");
  }

  private Location locationOf(SceneAsset asset) throws IOException {
    try {
      return Location.ofHref(Path.of(root), asset.href());
    } catch (IllegalArgumentException unread) {
      throw new IOException("asset '" + asset.key() + "': " + unread.getMessage(), unread);
    }
  }

  /** One walk over the blocks. */
  private final class Sweep implements Closeable {
    private final CutTask task;
    private final TileStore store;
    private final List<Location> locations = new ArrayList<>();
    private final List<TiffReader> readers = new ArrayList<>();
    private final BlockLayout layout;
    private final List<Cut> waiting;
    private final List<Open> active = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private int stored;
    private long neededBytes;

    Sweep(CutTask task, TileStore store) throws IOException {
      this.task = task;
      this.store = store;
      for (SceneAsset asset : task.part().assets()) {
        locations.add(locationOf(asset));
      }
      List<SourceDoor.Opening> openings = door.openTiffs(locations);
      for (int i = 0; i < openings.size(); i++) {
        addChecked(openings.get(i), locations.get(i), task.part().assets().get(i));
      }
      layout = readers.get(0).header().layout();
      waiting = new ArrayList<>(task.cuts());
      waiting.removeIf(this::isTooLarge);
      var blocks =
          NeededBlocks.of(waiting, layout.extent(), layout.blockWidth(), layout.blockHeight());
      readers.forEach(reader -> reader.expect(blocks, MOST_BYTES_AHEAD / readers.size()));
      waiting.sort(Comparator.comparingInt((Cut cut) -> cut.window().row()).reversed());
    }

    /** Fails it if it is: a site of some kilometres in an image of some centimetres. */
    private boolean isTooLarge(Cut cut) {
      double bytes = bytesOf(cut, task.part());
      if (bytes <= mostWindowBytes) {
        return false;
      }
      fail(
          cut,
          "its window over site '%s' is %d x %d pixels of %d bands, %.0f MB, more than the %.0f MB that fit; register it with larger pixels (gdal_translate -tr) or split the site"
              .formatted(
                  cut.key().siteId(),
                  cut.window().width(),
                  cut.window().height(),
                  task.part().bands().size(),
                  bytes / 1e6,
                  mostWindowBytes / 1e6));
      return true;
    }

    private void addChecked(SourceDoor.Opening opening, Location file, SceneAsset asset)
        throws IOException {
      try {
        TiffReader reader = opening.reader();
        readers.add(reader); // before it is checked, so that it is closed whatever comes out
        SceneFile.check(reader.header(), asset);
      } catch (TiffException broken) {
        close();
        throw new IOException(SceneFile.inWords(broken, file), broken);
      } catch (IOException unreadable) {
        close();
        throw unreadable;
      }
    }

    CutResult run() {
      for (int blockRow = 0; blockRow < layout.blocksDown(); blockRow++) {
        PixelWindow first = layout.block(0, blockRow);
        int bottom = first.row() + first.height();
        while (!waiting.isEmpty() && waiting.get(waiting.size() - 1).window().row() < bottom) {
          active.add(new Open(waiting.remove(waiting.size() - 1)));
        }
        if (!active.isEmpty()) {
          readRow(blockRow);
        }
      }
      return new CutResult(
          stored,
          failures,
          readers.stream().mapToLong(TiffReader::blocksDecoded).sum(),
          readers.stream().mapToLong(TiffReader::bytesDecoded).sum(),
          neededBytes,
          readers.stream().map(TiffReader::fetched).reduce(Fetched.NOTHING, Fetched::plus));
    }

    private void readRow(int blockRow) {
      for (int blockColumn = 0; blockColumn < layout.blocksAcross(); blockColumn++) {
        PixelWindow block = layout.block(blockColumn, blockRow);
        List<Open> touched = active.stream().filter(cut -> cut.meets(block)).toList();
        if (touched.isEmpty()) {
          continue;
        }
        try {
          readBlock(blockColumn, blockRow, touched.stream().map(Open::builder).toList());
          List<Open> whole = touched.stream().filter(cut -> cut.endsIn(block)).toList();
          active.removeAll(whole);
          whole.forEach(this::store);
        } catch (IOException broken) {
          failAll(touched, broken.getMessage());
        } catch (UserException told) {
          throw told;
        } catch (RuntimeException | Error fault) {
          failAll(touched, TaskFault.told("cutting " + task.part().name(), fault));
        }
      }
    }

    private void readBlock(int blockColumn, int blockRow, List<WindowBuilder> windows)
        throws IOException {
      int band = 0;
      for (int i = 0; i < readers.size(); i++) {
        try {
          readers.get(i).readBlockInto(blockColumn, blockRow, windows, band);
        } catch (TiffException broken) {
          throw new IOException(SceneFile.inWords(broken, locations.get(i)), broken);
        }
        band += readers.get(i).header().bands();
      }
    }

    private void store(Open cut) {
      Samples codes = cut.builder.build();
      try {
        store.put(cut.cut.key(), task.part(), cut.builder.window(), codes);
        stored++;
        neededBytes += (long) codes.width() * codes.height() * codes.bands() * codes.type().bytes();
      } catch (IOException full) {
        throw new UserException(
            ExitCode.UNAVAILABLE, "the tile store cannot be written: " + full.getMessage(), full);
      }
    }

    private void failAll(List<Open> touched, String problem) {
      active.removeAll(touched);
      touched.forEach(open -> fail(open.cut, problem));
    }

    private void fail(Cut cut, String problem) {
      String reason = "scene '" + task.sceneId() + "': " + problem;
      store.markFailed(cut.key(), reason);
      failures.add(new Failure(cut.key(), reason));
    }

    @Override
    public void close() throws IOException {
      for (TiffReader reader : readers) {
        reader.close();
      }
    }

    /** A window that is being filled. */
    private final class Open {
      private final Cut cut;
      private WindowBuilder builder;

      Open(Cut cut) {
        this.cut = cut;
      }

      boolean meets(PixelWindow block) {
        return !cut.window().intersect(block).isEmpty();
      }

      /** Whether no later block holds any of its pixels. */
      boolean endsIn(PixelWindow block) {
        PixelWindow part = cut.window().intersect(layout.extent());
        return block.contains(part.column() + part.width() - 1, part.row() + part.height() - 1);
      }

      /** Takes memory only from its first block on. */
      WindowBuilder builder() {
        if (builder == null) {
          builder = new WindowBuilder(layout.type(), cut.window(), task.part().bands().size());
        }
        return builder;
      }
    }
  }
}

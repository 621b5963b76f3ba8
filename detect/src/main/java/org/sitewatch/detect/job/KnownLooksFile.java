package org.sitewatch.detect.job;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.ingest.KnownLook;
import org.sitewatch.ingest.KnownLooks;
import org.sitewatch.ingest.SceneLevels;

/**
 * The file {@code models/SITE/SERIES/looks.known} of a workspace: by the fingerprint of each look
 * its notes, how many of its pixels are clear, and onto which looks it was found to lie. A {@link
 * SealedFile}: a damaged one knows nothing.
 */
final class KnownLooksFile implements KnownLooks {
  /** Goes up whenever the same look would have other notes, levels, clear pixels or place. */
  private static final String VERSION = "looks 4";

  private static final int NOT_COUNTED = -1;
  private static final String NOT_PLACED = "";

  private final Path file;
  private final String settings;
  private final Map<String, Entry> before = new TreeMap<>();
  private final Map<String, Entry> now = new TreeMap<>();

  /**
   * @param frame what the look lies on, {@link #NOT_PLACED} if that was not asked or it lies aside
   */
  private record Entry(KnownLook look, int clearPixels, String frame) {}

  private KnownLooksFile(Path file, DetectConfig config) {
    this.file = file;
    settings = VERSION + ' ' + Double.toHexString(config.maskDilation_m());
  }

  /** Knows nothing, and replaces what the file knows. */
  static KnownLooksFile anew(Path file, DetectConfig config) {
    return new KnownLooksFile(file, config);
  }

  static KnownLooksFile read(Path file, DetectConfig config) {
    var known = new KnownLooksFile(file, config);
    SealedFile.read(file).ifPresent(known::read);
    return known;
  }

  private void read(byte[] content) {
    try {
      readLooks(content);
    } catch (IOException ofAnotherForm) {
      before.clear(); // the looks are read again
    }
  }

  private void readLooks(byte[] content) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(content));
    if (!in.readUTF().equals(settings)) {
      return;
    }
    for (int looks = in.readInt(); looks > 0; looks--) {
      String fingerprint = in.readUTF();
      int clearPixels = in.readInt();
      String frame = in.readUTF();
      var notes = new ArrayList<String>();
      for (int count = in.readInt(); count > 0; count--) {
        notes.add(in.readUTF());
      }
      var levels = new ArrayList<SceneLevels>();
      for (int count = in.readInt(); count > 0; count--) {
        levels.add(new SceneLevels(in.readUTF(), numbers(in), numbers(in)));
      }
      before.put(fingerprint, new Entry(new KnownLook(notes, levels), clearPixels, frame));
    }
  }

  private static List<Double> numbers(DataInputStream in) throws IOException {
    var numbers = new ArrayList<Double>();
    for (int count = in.readInt(); count > 0; count--) {
      numbers.add(in.readDouble());
    }
    return numbers;
  }

  private static void write(DataOutputStream out, List<Double> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  @Override
  public boolean isEmpty() {
    return before.isEmpty();
  }

  @Override
  public Optional<KnownLook> find(String fingerprint) {
    Optional<Entry> entry = Optional.ofNullable(before.get(fingerprint));
    entry.ifPresent(known -> now.put(fingerprint, known));
    return entry.map(Entry::look);
  }

  @Override
  public void keep(String fingerprint, KnownLook look) {
    now.put(fingerprint, new Entry(look, NOT_COUNTED, NOT_PLACED));
  }

  OptionalInt findClearPixels(String fingerprint) {
    Entry entry = now.get(fingerprint);
    return entry == null || entry.clearPixels() == NOT_COUNTED
        ? OptionalInt.empty()
        : OptionalInt.of(entry.clearPixels());
  }

  void keepClearPixels(String fingerprint, int clearPixels) {
    now.computeIfPresent(
        fingerprint, (print, entry) -> new Entry(entry.look(), clearPixels, entry.frame()));
  }

  boolean isKnownToLie(String fingerprint, String frame) {
    Entry entry = now.get(fingerprint);
    return entry != null && entry.frame().equals(frame);
  }

  void keepThatItLies(String fingerprint, String frame) {
    now.computeIfPresent(
        fingerprint, (print, entry) -> new Entry(entry.look(), entry.clearPixels(), frame));
  }

  /** Keeps the looks that were asked for. */
  void write() {
    if (now.equals(before)) {
      return;
    }
    SealedFile.write(file, content());
  }

  private byte[] content() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(settings);
      out.writeInt(now.size());
      for (Map.Entry<String, Entry> look : now.entrySet()) {
        out.writeUTF(look.getKey());
        out.writeInt(look.getValue().clearPixels());
        out.writeUTF(look.getValue().frame());
        List<String> notes = look.getValue().look().notes();
        out.writeInt(notes.size());
        for (String note : notes) {
          out.writeUTF(note);
        }
        List<SceneLevels> levels = look.getValue().look().levels();
        out.writeInt(levels.size());
        for (SceneLevels scene : levels) {
          out.writeUTF(scene.sceneId());
          write(out, scene.dark());
          write(out, scene.middle());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }
}

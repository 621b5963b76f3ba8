package org.sitewatch.detect.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.sitewatch.detect.KnowledgeShelf;
import org.sitewatch.detect.LookShelf;
import org.sitewatch.sites.Sha256;

/**
 * The folder {@code models/SITE/SERIES/} of a workspace. A model is named by the hash of all it was
 * learnt from, so that it is either right or not found ({@link SealedFile}).
 */
final class ModelFolder implements KnowledgeShelf {
  /** Raised whenever the same looks would teach something else. */
  private static final String VERSION = "5";

  private final Path folder;
  private final KnownLooksFile known;
  private final Function<LocalDate, String> basis;

  /**
   * @param known looks that were read before
   * @param basis what a site's looks up to and with a day are, in one word
   */
  ModelFolder(Path folder, KnownLooksFile known, Function<LocalDate, String> basis) {
    this.folder = folder;
    this.known = known;
    this.basis = basis;
  }

  @Override
  public Optional<byte[]> find(LocalDate day, boolean[][] frozen) {
    return SealedFile.read(file(day, frozen));
  }

  @Override
  public void keep(LocalDate day, boolean[][] frozen, byte[] knowledge) {
    SealedFile.write(file(day, frozen), knowledge);
  }

  @Override
  public LookShelf looks(LocalDate day, boolean[][] frozen) {
    return new LookFolder(folder.resolve("looks"), file(day, frozen).getFileName().toString());
  }

  @Override
  public OptionalInt findClearPixels(String fingerprint) {
    return known.findClearPixels(fingerprint);
  }

  @Override
  public void keepClearPixels(String fingerprint, int clearPixels) {
    known.keepClearPixels(fingerprint, clearPixels);
  }

  @Override
  public boolean isKnownToLie(String fingerprint, String frame) {
    return known.isKnownToLie(fingerprint, frame);
  }

  @Override
  public void keepThatItLies(String fingerprint, String frame) {
    known.keepThatItLies(fingerprint, frame);
  }

  private Path file(LocalDate day, boolean[][] frozen) {
    var text = new StringBuilder(VERSION).append(' ').append(day).append(' ');
    text.append(basis.apply(day.minusDays(1)));
    for (int look = 0; look < frozen.length; look++) {
      if (frozen[look] != null) {
        text.append(' ').append(look).append(' ').append(hash(frozen[look]));
      }
    }
    return folder.resolve(
        day
            + "-"
            + Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32)
            + ".model");
  }

  private static String hash(boolean[] mask) {
    var bytes = new byte[mask.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (mask[i] ? 1 : 0);
    }
    return Sha256.of(bytes);
  }
}

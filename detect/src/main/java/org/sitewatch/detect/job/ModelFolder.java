package org.sitewatch.detect.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.sitewatch.detect.KnowledgeShelf;
import org.sitewatch.detect.LookShelf;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.WholeFile;

/**
 * The folder {@code models/SITE/} of a workspace. A file is named by the hash of all it was learnt
 * from, so that it is either right or not found; its own hash stands at its end.
 */
final class ModelFolder implements KnowledgeShelf {
  /** Raised whenever the same looks would teach something else. */
  private static final String VERSION = "4";

  private static final int DIGEST = 64;

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
    Path file = file(day, frozen);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length - DIGEST;
      if (length < 0) {
        return Optional.empty();
      }
      byte[] knowledge = Arrays.copyOf(bytes, length);
      String digest = new String(bytes, length, DIGEST, StandardCharsets.US_ASCII);
      return Sha256.of(knowledge).equals(digest) ? Optional.of(knowledge) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty(); // learnt again
    }
  }

  @Override
  public void keep(LocalDate day, boolean[][] frozen, byte[] knowledge) {
    byte[] digest = Sha256.of(knowledge).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = Arrays.copyOf(knowledge, knowledge.length + DIGEST);
    System.arraycopy(digest, 0, bytes, knowledge.length, DIGEST);
    Path file = file(day, frozen);
    try {
      Files.createDirectories(file.getParent());
      WholeFile.write(file, beside -> Files.write(beside, bytes));
    } catch (IOException full) {
      // a cache that cannot be written costs time, not the result
    }
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

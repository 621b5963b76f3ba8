package org.sitewatch.ingest.stac.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sitewatch.sites.EditDistance;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** The profiles that come with the program, and those of users' own files. */
public final class ProfileShelf {
  private static final int MAX_BYTES = 1 << 20;
  private static final String NAMES = "names.txt";

  private ProfileShelf() {}

  /** Those that come with the program, in the order to show them. */
  public static List<CatalogProfile> shipped() {
    return new String(resource(NAMES), StandardCharsets.UTF_8)
        .lines()
        .filter(name -> !name.isBlank())
        .map(name -> ProfileReader.read(resource(name + ".json"), name))
        .toList();
  }

  /**
   * @param word name of a shipped profile, or a file
   * @throws UserException if it is neither
   */
  public static CatalogProfile choose(String word) {
    if (word.endsWith(".json")) {
      return read(Path.of(word));
    }
    List<CatalogProfile> shipped = shipped();
    for (CatalogProfile profile : shipped) {
      if (profile.name().equals(word)) {
        return profile;
      }
    }
    String nearest =
        shipped.stream()
            .map(CatalogProfile::name)
            .min(
                java.util.Comparator.comparingInt((String name) -> EditDistance.of(word, name))
                    .thenComparing(name -> name))
            .orElseThrow();
    throw usage(
        "no profile '"
            + word
            + "'; did you mean '"
            + nearest
            + "'? 'sitewatch ingest search --profiles' lists them; a file of your own ends in .json");
  }

  private static CatalogProfile read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw usage(file + ": more than " + MAX_BYTES + " bytes are no profile");
      }
      CatalogProfile profile = ProfileReader.read(Files.readAllBytes(file), file.toString());
      if (profile.signing().isPresent() && !isKnown(profile.signing().get())) {
        throw usage(
            file
                + ": signing is taken from the profiles that come with the program only; leave it out");
      }
      return profile;
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static boolean isKnown(Signing signing) {
    return shipped().stream()
        .anyMatch(profile -> profile.signing().equals(java.util.Optional.of(signing)));
  }

  private static UserException usage(String message) {
    return new UserException(ExitCode.USAGE, message);
  }

  private static byte[] resource(String name) {
    try (InputStream in = ProfileShelf.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("profile " + name + " is not in the program");
      }
      return in.readAllBytes();
    } catch (IOException impossible) {
      throw new IllegalStateException("the program cannot read itself", impossible);
    }
  }
}

package org.sitewatch.sites.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/**
 * Puts accepted proposals into a copy of a registry file and leaves every other byte of a GeoJSON,
 * every other value of a GeoPackage, as it is.
 */
public final class RegistryRepair {
  private static final Pattern LABEL = Pattern.compile("(?:feature|row) (\\d+)");

  private RegistryRepair() {}

  /**
   * @param accepted findings of that very file, each with a proposal, no feature twice
   * @param target where the repaired file goes; it may be the file itself
   * @throws UserException for a file that is neither GeoJSON nor GeoPackage
   */
  public static void write(Path file, List<RegistryFinding> accepted, Path target) {
    var byFeature = new TreeMap<Integer, RegistryFinding>();
    var bySite = new TreeMap<String, RegistryFinding>();
    for (RegistryFinding finding : accepted) {
      if (finding.proposal().feature().isEmpty()) {
        bySite.put(finding.siteId(), finding);
      } else {
        byFeature.put(number(file, finding), finding);
      }
    }
    var edits = new Edits(byFeature, bySite);
    try {
      if (accepted.isEmpty()) {
        GeoPackageFile.checkUnused(file);
        WholeFile.write(target, beside -> Files.copy(file, beside));
      } else if (GeoPackageFile.isOne(file)) {
        WholeFile.write(target, beside -> GeoPackageEdit.write(file, edits, beside));
      } else {
        byte[] repaired = GeoJsonEdit.repaired(Files.readAllBytes(file), edits);
        WholeFile.write(target, beside -> Files.write(beside, repaired));
      }
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE, "cannot write registry " + target + ": " + e.getMessage(), e);
    }
  }

  /**
   * What is to be done.
   *
   * @param byFeature by its number in the file, from 1
   * @param bySite for all features of a site
   */
  record Edits(
      TreeMap<Integer, RegistryFinding> byFeature, TreeMap<String, RegistryFinding> bySite) {

    /** {@link Proposal#NONE} if the feature stays as it is. */
    Proposal of(int number, String siteId) {
      RegistryFinding finding = byFeature.getOrDefault(number, bySite.get(siteId));
      return finding == null ? Proposal.NONE : finding.proposal();
    }
  }

  private static int number(Path file, RegistryFinding finding) {
    Matcher label = LABEL.matcher(finding.proposal().feature());
    if (!label.matches()) {
      throw new UserException(
          ExitCode.USAGE,
          file
              + ": only GeoJSON and GeoPackage are repaired in their place, not "
              + finding.proposal().feature()
              + "; convert the file first");
    }
    return Integer.parseInt(label.group(1));
  }
}

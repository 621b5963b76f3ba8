package org.sitewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.Proposal;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.RegistryRepair;
import org.sitewatch.sites.registry.SiteImport;

/** Makes accepted repairs; one may bring to light what the next is for. */
final class FixStep {
  private static final int MOST_ROUNDS = 5;

  private final Path file;
  private final CheckOptions options;
  private final Set<Code> accept;
  private final Set<String> sites;
  private final double maxAreaChange_pct;

  FixStep(
      Path file,
      CheckOptions options,
      Set<Code> accept,
      Set<String> sites,
      double maxAreaChange_pct) {
    this.file = file;
    this.options = options;
    this.accept = accept;
    this.sites = sites;
    this.maxAreaChange_pct = maxAreaChange_pct;
  }

  /**
   * What was done.
   *
   * @param made in the order they were
   * @param heldBack accepted by code, but the area changes too much for that
   * @param errorsLeft in the repaired file
   */
  record Outcome(List<RegistryFinding> made, List<RegistryFinding> heldBack, int errorsLeft) {}

  /** The target is replaced in one go, after all is done. */
  Outcome fix(Path target, boolean dryRun) {
    try {
      Path folder = Files.createTempDirectory("sitewatch-fix");
      try {
        return fix(target, folder.resolve(String.valueOf(file.getFileName())), dryRun);
      } finally {
        FileTree.delete(folder);
      }
    } catch (IOException e) {
      throw new UserException(ExitCode.UNAVAILABLE, "cannot write " + target + ": " + e, e);
    }
  }

  private Outcome fix(Path target, Path work, boolean dryRun) throws IOException {
    RegistryRepair.write(file, List.of(), work);
    var made = new ArrayList<RegistryFinding>();
    SiteImport found = read(work);
    checkNamed(found);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<RegistryFinding> next = next(found);
      if (next.isEmpty()) {
        break;
      }
      RegistryRepair.write(work, next, work);
      made.addAll(next);
      found = read(work);
    }
    if (!dryRun) {
      RegistryRepair.write(work, List.of(), target);
    }
    List<RegistryFinding> heldBack =
        found.findings().stream().filter(one -> isAccepted(one) && !isAllowed(one)).toList();
    return new Outcome(made, heldBack, found.errors().size());
  }

  private SiteImport read(Path work) {
    return options.check(RegistryReader.read(work), Optional::empty);
  }

  private void checkNamed(SiteImport found) {
    for (String id : sites) {
      if (found.findings().stream().noneMatch(one -> one.siteId().equals(id))) {
        throw SharedOptions.usage("--sites: nothing is wrong with a site '" + id + "' of " + file);
      }
    }
  }

  /** One a feature; what is for the whole site waits until its features are right. */
  private List<RegistryFinding> next(SiteImport found) {
    var taken = new HashSet<String>();
    var next = new ArrayList<RegistryFinding>();
    for (RegistryFinding finding : found.findings()) {
      Proposal proposal = finding.proposal();
      String feature = proposal.feature().isEmpty() ? finding.siteId() : proposal.feature();
      if (isAccepted(finding) && isAllowed(finding) && taken.add(feature)) {
        next.add(finding);
      }
    }
    return next;
  }

  private boolean isAccepted(RegistryFinding finding) {
    return !finding.proposal().isNone()
        && accept.contains(finding.code())
        && (sites.isEmpty() || sites.contains(finding.siteId()));
  }

  /** A swap of what was nowhere on the ground has no area to compare with. */
  private boolean isAllowed(RegistryFinding finding) {
    Proposal proposal = finding.proposal();
    boolean wasNowhere = proposal.isSwap() && !Double.isFinite(proposal.areaBefore_m2());
    return sites.contains(finding.siteId())
        || wasNowhere
        || 100 * proposal.areaChange_share() <= maxAreaChange_pct;
  }
}

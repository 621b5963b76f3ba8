package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryFinding.Severity;

/** From the features of a file to the sites that can be used and all that is wrong. */
public final class RegistryCheck {
  private RegistryCheck() {}

  public static SiteImport check(List<RawFeature> features) {
    var findings = new ArrayList<RegistryFinding>();
    var byId = new TreeMap<String, List<RawFeature>>();
    for (RawFeature feature : features) {
      Optional<String> problem = feature.idProblem();
      if (problem.isPresent()) {
        String name = feature.name().isEmpty() ? "" : " ('" + feature.name() + "')";
        findings.add(ofFile(Code.A1, feature.label() + name + " " + problem.get()));
      } else {
        byId.computeIfAbsent(feature.id(), id -> new ArrayList<>()).add(feature);
      }
    }
    MetresGuess guess = MetresGuess.from(features);
    var sites = new TreeMap<String, Site>();
    byId.forEach(
        (id, own) ->
            SiteAssembly.site(id, own, guess, findings).ifPresent(site -> sites.put(id, site)));
    refuseIdsThatDifferInCase(byId.keySet(), sites, findings);
    findings.addAll(SwappedSites.outliers(sites.values()));
    findings.addAll(ZoneRelations.overlaps(sites.values()));
    return new SiteImport(List.copyOf(sites.values()), findings);
  }

  /** A file of which nothing can be used. */
  static SiteImport refused(Code code, String message) {
    return new SiteImport(List.of(), List.of(ofFile(code, message)));
  }

  private static RegistryFinding ofFile(Code code, String message) {
    return new RegistryFinding(
        code, Severity.ERROR, "", Double.NaN, Double.NaN, message, Proposal.NONE);
  }

  /** They would share a folder on file systems that do not tell them apart. */
  private static void refuseIdsThatDifferInCase(
      Iterable<String> ids, TreeMap<String, Site> sites, List<RegistryFinding> findings) {
    var sameFolded = new TreeMap<String, TreeSet<String>>();
    for (String id : ids) {
      sameFolded.computeIfAbsent(id.toLowerCase(Locale.ROOT), any -> new TreeSet<>()).add(id);
    }
    for (TreeSet<String> same : sameFolded.values()) {
      if (same.size() > 1) {
        String all = "'" + String.join("', '", same) + "'";
        for (String id : same) {
          sites.remove(id);
          findings.add(
              Flaw.error(Code.A1, "ids " + all + " differ in case only; rename all but one")
                  .of(id));
        }
      }
    }
  }
}

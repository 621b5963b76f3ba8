package org.sitewatch.sites.registry;

import java.util.List;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryFinding.Severity;

/**
 * A layer of a file as it was read, before anything is checked or mapped.
 *
 * @param name of the layer; that of the file where it has only one
 * @param findings what is wrong with the layer as a whole; an error means that it cannot be used
 * @param notices what the reader took for granted, a sentence each: charset, CRS
 */
public record RawLayer(
    String name, List<RawFeature> features, List<RegistryFinding> findings, List<String> notices) {

  public RawLayer {
    features = List.copyOf(features);
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  public static RawLayer of(String name, List<RawFeature> features) {
    return new RawLayer(name, features, List.of(), List.of());
  }

  /** A layer of which nothing can be used. */
  public static RawLayer refused(String name, Code code, String message) {
    return new RawLayer(
        name, List.of(), List.of(finding(code, Severity.ERROR, message)), List.of());
  }

  /** A finding of the whole file. */
  public static RegistryFinding finding(Code code, Severity severity, String message) {
    return new RegistryFinding(code, severity, "", Double.NaN, Double.NaN, message, Proposal.NONE);
  }

  public boolean isRefused() {
    return findings.stream().anyMatch(RegistryFinding::isError);
  }

  /** Checked as a registry: its fields are called as a registry's, points are refused. */
  SiteImport checked() {
    return isRefused()
        ? new SiteImport(List.of(), findings)
        : RegistryCheck.check(
            features.stream().map(RawFeature::withOwnId).map(RawFeature::withoutPoints).toList());
  }
}

package org.sitewatch.sites.registry.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.MetresGuess;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RawLayer;
import org.sitewatch.sites.registry.RegistryCheck;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.mapping.FieldGuess;
import org.sitewatch.sites.registry.mapping.FieldMapping;
import org.sitewatch.sites.registry.mapping.FieldRole;

/**
 * From a planner's file to sites: choose its layers, map its fields, give points their radius, make
 * buffers, check. Nothing is repaired and nothing left out in silence.
 */
public final class SiteIntake {
  private final PlannerFile file;
  private final IntakeOptions options;
  private final List<Intake.Layer> layers = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<RegistryFinding> findings = new ArrayList<>();
  private final List<RawFeature> features = new ArrayList<>();

  private SiteIntake(PlannerFile file, IntakeOptions options) {
    this.file = file;
    this.options = options;
  }

  /**
   * Everything in the file with all that is wrong in it.
   *
   * @throws UserException {@link ExitCode#UNAVAILABLE} if there is no such file, {@link
   *     ExitCode#REGISTRY_INVALID} if it cannot be read at all, {@link ExitCode#USAGE} for layers
   *     and fields it does not have
   */
  public static Intake read(Path path, IntakeOptions options) {
    if (!Files.isRegularFile(path)) {
      throw new UserException(ExitCode.UNAVAILABLE, "no registry file " + path);
    }
    try {
      return new SiteIntake(FileFormats.open(path, options), options).read(path);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE, "cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private Intake read(Path path) throws IOException {
    for (var choice : chosen(String.valueOf(path.getFileName())).entrySet()) {
      read(choice.getKey(), choice.getValue());
    }
    boolean isEmpty = layers.stream().allMatch(layer -> layer.features() == 0);
    if (isEmpty && findings.stream().noneMatch(RegistryFinding::isError)) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID, path.getFileName() + " has no features that could be sites");
    }
    List<RawFeature> all =
        Double.isNaN(options.buffer_m())
            ? features
            : MadeBuffers.with(features, options.buffer_m());
    if (all.size() > features.size()) {
      notices.add(
          "%d buffer zones of %s m made for sites without one"
              .formatted(all.size() - features.size(), RawFeature.text(options.buffer_m())));
    }
    SiteImport checked = RegistryCheck.check(all);
    boolean refused = findings.stream().anyMatch(RegistryFinding::isError);
    findings.addAll(checked.findings());
    SiteImport sites = new SiteImport(refused ? List.of() : checked.validSites(), findings);
    return new Intake(file.format(), layers, notices, sites);
  }

  /** Layers to read, the innermost zone first; empty where a field tells the zone. */
  private Map<String, Optional<Zone>> chosen(String name) throws IOException {
    var chosen = new LinkedHashMap<String, Optional<Zone>>();
    Map<Zone, String> byZone = options.layers().byZone();
    if (byZone.isEmpty()) {
      String wanted = options.layers().layer();
      Optional<String> layer =
          wanted.isEmpty() ? file.preferred() : Optional.of(known(wanted, name));
      chosen.put(layer.orElseThrow(() -> unchosen(name, "has several layers")), Optional.empty());
    }
    for (Zone zone : Zone.values()) {
      if (byZone.containsKey(zone)
          && chosen.put(known(byZone.get(zone), name), Optional.of(zone)) != null) {
        throw new UserException(
            ExitCode.USAGE, "layer '" + byZone.get(zone) + "' is given for two zones");
      }
    }
    return chosen;
  }

  private String known(String wanted, String name) throws IOException {
    if (!file.layers().contains(wanted)) {
      throw unchosen(name, "has no layer '" + wanted + "'");
    }
    return wanted;
  }

  private UserException unchosen(String name, String what) {
    try {
      List<String> there = file.layers();
      String list =
          there.isEmpty()
              ? "none"
              : Quote.list(there.stream().map(layer -> "'" + layer + "'").toList());
      return new UserException(
          ExitCode.USAGE, "%s %s, there are %s; say --layer".formatted(name, what, list));
    } catch (IOException e) {
      return new UserException(
          ExitCode.UNAVAILABLE, "cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  private void read(String name, Optional<Zone> zone) throws IOException {
    RawLayer layer = file.read(name);
    notices.addAll(layer.notices());
    layer.findings().stream().filter(found -> !findings.contains(found)).forEach(findings::add);
    if (layer.isRefused()) {
      return;
    }
    var given = new EnumMap<FieldRole, String>(FieldRole.class);
    given.putAll(options.fields());
    if (zone.isPresent()) {
      given.put(FieldRole.ZONE, FieldGuess.NONE);
    }
    FieldMapping mapping = FieldGuess.of(layer.features(), given, file.nameMayServe());
    notices.addAll(mapping.notices());
    layers.add(new Intake.Layer(name, zone, mapping, layer.features().size()));
    var points =
        new PointSites(
            mapping.field(FieldRole.RADIUS),
            options.radius_m(),
            MetresGuess.from(layer.features()));
    List<RawFeature> mapped =
        layer.features().stream().map(points::grown).map(mapping::applied).toList();
    if (mapping.idIsName()) {
      mapped = NamesAsIds.checked(mapped);
    }
    features.addAll(zone.isPresent() ? ofZone(mapped, zone.get()) : mapped);
  }

  /** What an inner layer has said of a site is not said again, perhaps in other words. */
  private List<RawFeature> ofZone(List<RawFeature> mapped, Zone zone) {
    var known = new TreeSet<String>();
    features.forEach(feature -> known.add(feature.id()));
    var placed = new ArrayList<RawFeature>();
    for (RawFeature feature : mapped) {
      var properties = new TreeMap<>(feature.properties());
      if (known.contains(feature.id())) {
        properties
            .keySet()
            .removeAll(List.of(RawFeature.NAME, RawFeature.DESIGNATION, RawFeature.PRIORITY));
      }
      properties.put(RawFeature.ZONE, zone.label());
      placed.add(RawFeature.of(feature.label(), properties, feature.outline(), feature.flaws()));
    }
    return placed;
  }
}

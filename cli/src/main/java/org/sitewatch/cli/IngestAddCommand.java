package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.ingest.Calibration;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.Sensor;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.ingest.stac.BareImage;
import org.sitewatch.ingest.stac.HrefPolicy;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.ingest.stac.SceneRegistration;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch ingest add}: registers scenes; reads headers, no pixels. */
@Command(
    name = "add",
    description = "Registers scenes: a STAC Item, ItemCollection or Catalog, or bare GeoTIFFs.",
    footer = {
      "",
      "Example: sitewatch ingest add items.json --workspace orkhon",
      "Example: sitewatch ingest add scene.tif --workspace orkhon --datetime 2018-04-29 \\",
      "           --bands blue,green,red,nir"
    })
final class IngestAddCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private DryRunOption dryRun;
  @Mixin private RegistrationOptions options;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "STAC JSON or GeoTIFF files.")
  private List<Path> files;

  @Option(
      names = "--datetime",
      paramLabel = "DATE",
      description = "When bare images were taken: a UTC day or RFC 3339.")
  private String datetime;

  @Option(
      names = "--bands",
      split = ",",
      paramLabel = "NAME",
      description = "Common names of the bands of bare images, in file order.")
  private List<String> bands;

  @Option(
      names = "--sensor",
      defaultValue = "generic",
      description = "Sensor of bare images (default: ${DEFAULT-VALUE}).")
  private String sensor;

  @Option(names = "--scale", description = "Bare images: value = code * scale + offset.")
  private Double scale;

  @Option(names = "--offset", description = "Bare images: added after the scale.")
  private Double offset;

  @Option(names = "--nodata", description = "Bare images: the code that means no data.")
  private Double nodata;

  @Option(
      names = "--units",
      defaultValue = "linear",
      description = "Bare images: linear or db (default: ${DEFAULT-VALUE}).")
  private String units;

  @Option(
      names = "--allow-root",
      paramLabel = "DIR",
      description = "Let hrefs inside documents lead below this folder.")
  private List<Path> allowedRoots = List.of();

  @Option(names = "--force", description = "Replace scenes of the same id.")
  private boolean force;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    var folder = new SceneFolder(workspace.scenes());
    return WorkspaceLock.during(
        workspace,
        "ingest add",
        () -> {
          var registration =
              new SceneRegistration(
                  workspace.root(), folder.load(), new HrefPolicy(allowedRoots), force);
          options.offset_dn().ifPresent(registration::setOffset);
          for (Path file : files) {
            registration.add(file, isImage(file) ? Optional.of(bareImage(file)) : Optional.empty());
          }
          if (!registration.added().isEmpty() && !dryRun.isOn()) {
            forgetTiles(workspace, registration.added());
            folder.save(registration.added());
          }
          return tell(registration);
        });
  }

  /** What was cut out of a scene that is replaced is not its picture any more. */
  private void forgetTiles(Workspace workspace, List<Scene> scenes) {
    var known = new SceneFolder(workspace.scenes()).load().byId().keySet();
    TileStore store = workspace.tileStore();
    scenes.stream().map(Scene::id).filter(known::contains).forEach(store::forget);
  }

  private int tell(SceneRegistration registration) {
    registration.refusals().forEach(shared.log()::warn);
    shared
        .log()
        .info(
            "%d scenes added, %d known, %d refused"
                .formatted(
                    registration.added().size(),
                    registration.unchanged(),
                    registration.refusals().size()));
    if (shared.json()) {
      shared.print(json(registration));
    }
    if (registration.refusals().isEmpty()) {
      return ExitCode.DONE.code();
    }
    boolean some = registration.added().size() + registration.unchanged() > 0;
    return (some ? ExitCode.PARTIAL : ExitCode.UNAVAILABLE).code();
  }

  private String json(SceneRegistration registration) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("dry_run", dryRun.isOn());
    ArrayNode added = json.putArray("added");
    registration.added().forEach(scene -> added.add(scene.id()));
    json.put("known", registration.unchanged());
    ArrayNode refused = json.putArray("refused");
    registration.refusals().forEach(refused::add);
    return json.toString();
  }

  private static boolean isImage(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(tiff?|cog)");
  }

  private BareImage bareImage(Path file) {
    if (!Files.exists(file)) {
      throw new UserException(ExitCode.UNAVAILABLE, file + ": no such file");
    }
    if (datetime == null || bands == null) {
      throw SharedOptions.usage(
          file + " is a bare image; say --datetime and --bands, or add its STAC item instead");
    }
    boolean db = units.equals("db");
    if (!db && !units.equals("linear")) {
      throw SharedOptions.usage("--units must be linear or db, got " + units);
    }
    try {
      var calibration =
          new Calibration(
              scale == null ? 1 : scale,
              offset == null ? 0 : offset,
              nodata == null ? Double.NaN : nodata,
              scale != null || offset != null,
              db);
      return new BareImage(instant(), bands, Sensor.ofId(sensor), calibration);
    } catch (IllegalArgumentException wrong) {
      throw SharedOptions.usage(wrong.getMessage());
    }
  }

  private Instant instant() {
    try {
      return datetime.length() == 10
          ? LocalDate.parse(datetime).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(datetime).toInstant();
    } catch (DateTimeException broken) {
      throw SharedOptions.usage(
          "--datetime must be like 2018-04-29 or 2018-04-29T10:50:31Z, got " + datetime);
    }
  }
}

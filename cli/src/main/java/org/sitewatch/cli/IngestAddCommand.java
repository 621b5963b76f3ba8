package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.sitewatch.ingest.Sensor;
import org.sitewatch.ingest.source.LocalFile;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.SourceDoor;
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

  @Parameters(
      paramLabel = "FILE|URL",
      arity = "1..*",
      description = "STAC JSON or GeoTIFF, files or http(s) addresses.")
  private List<String> files;

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
                  workspace.root(),
                  folder.load(),
                  new HrefPolicy(allowedRoots),
                  force,
                  SourceDoor.DEFAULT);
          options.offset_dn().ifPresent(registration::setOffset);
          for (String word : files) {
            Location file = location(word);
            registration.add(file, isImage(file) ? Optional.of(bareImage(file)) : Optional.empty());
          }
          return new RegistrationStep(workspace, shared, dryRun.isOn())
              .finish(registration, JsonNodeFactory.instance.objectNode());
        });
  }

  static Location location(String word) {
    try {
      return Location.of(word);
    } catch (IllegalArgumentException unread) {
      throw SharedOptions.usage(Location.withoutKey(word) + ": " + unread.getMessage());
    }
  }

  private static boolean isImage(Location file) {
    return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(tiff?|cog)");
  }

  private BareImage bareImage(Location file) {
    if (file instanceof LocalFile local && !Files.exists(local.path())) {
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

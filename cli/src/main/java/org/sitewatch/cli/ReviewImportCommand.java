package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.report.TerminalText;
import org.sitewatch.report.review.intake.ReportedDisturbances;
import org.sitewatch.report.review.intake.ReviewImport;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch review import}: all or nothing. */
@Command(
    name = "import",
    description = {
      "Keeps the verdicts of an edited disturbances.geojson, of summary.csv with its verdict",
      "columns filled, or of any CSV with id, verdict, verified_by, verified_on, note."
    },
    footer = {"", "Example: sitewatch review import summary.csv --workspace orkhon"})
final class ReviewImportCommand implements Callable<Integer> {
  /** Where a day begins first: nobody's today is later. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  private static final int MOST_FAULTS = 100;

  @Mixin private SharedOptions shared;
  @Mixin private DryRunOption dryRun;

  @Parameters(paramLabel = "FILE", description = "GeoJSON or CSV.")
  private Path file;

  @Option(
      names = "--skip-invalid",
      description = "Keep the verdicts without faults and exit with 5.")
  private boolean skipInvalid;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    return WorkspaceLock.during(workspace, "review import", () -> take(workspace));
  }

  private int take(Workspace workspace) {
    var told = new ReportedDisturbances(new RunStore(workspace.root()).listRuns());
    var shelf = workspace.reviews();
    ReviewImport found = ReviewImport.of(file, told, shelf.reviews(), LocalDate.now(EARLIEST));
    found.faults().stream()
        .limit(MOST_FAULTS)
        .forEach(fault -> shared.log().warn(TerminalText.of(fault)));
    if (found.faults().size() > MOST_FAULTS) {
      shared.log().warn((found.faults().size() - MOST_FAULTS) + " more such rows");
    }
    boolean isFaulty = !found.faults().isEmpty();
    if (isFaulty && (!skipInvalid || found.fresh().isEmpty() && found.known() == 0)) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          file
              + ": "
              + found.faults().size()
              + (found.faults().size() == 1 ? " verdict" : " verdicts")
              + " cannot be taken; nothing was imported; mend them or use --skip-invalid");
    }
    String source = file.getFileName().toString();
    Optional<Path> kept = dryRun.isOn() ? Optional.empty() : shelf.append(found.fresh(), source);
    shared
        .log()
        .info(
            "%d verdicts taken in, %d known already, %d rows without one; runs that end on or after their day tell of them"
                .formatted(found.fresh().size(), found.known(), found.empty()));
    if (shared.json()) {
      shared.print(json(found, kept));
    } else {
      kept.ifPresent(path -> shared.print(path.toString()));
    }
    return (isFaulty ? ExitCode.PARTIAL : ExitCode.DONE).code();
  }

  private String json(ReviewImport found, Optional<Path> kept) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", kept.map(Path::toString).orElse(null)).put("dry_run", dryRun.isOn());
    json.put("taken", found.fresh().size()).put("known", found.known());
    json.put("without_verdict", found.empty());
    found.faults().forEach(json.putArray("faults")::add);
    return json.toString();
  }
}

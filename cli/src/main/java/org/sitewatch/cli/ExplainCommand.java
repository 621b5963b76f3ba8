package org.sitewatch.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch explain}: one disturbance in full. */
@Command(
    name = "explain",
    description = {
      "Tells why one disturbance stands where it stands: what pushed its confidence up and down,",
      "why it is not higher, the parts of its rank, its measures and looks."
    },
    footer = {
      "",
      "Example: sitewatch explain demo-07-20241003-a --workspace sitewatch-demo/workspace"
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(paramLabel = "ID", description = "Id of the disturbance.")
  private String id;

  @Option(names = "--run", paramLabel = "RUN", description = "Run (default: the newest with it).")
  private String run;

  @Override
  public Integer call() {
    FoundDisturbance found =
        FoundDisturbance.get(new RunStore(shared.workspace().root()), id, Optional.ofNullable(run));
    tell(found);
    return ExitCode.DONE.code();
  }

  private void tell(FoundDisturbance found) {
    if (shared.json()) {
      shared.print(found.properties().toString());
      return;
    }
    found.explanation().lines().forEach(shared::print);
  }
}

package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.run.RunVerification;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sitewatch verify}: recomputes every hash of a run. */
@Command(
    name = "verify",
    description =
        "Recomputes every hash of a run and of its state; exits with 6 at the first difference.",
    footer = {"", "Example: sitewatch verify 2024-W40 --workspace orkhon"})
final class VerifyCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(paramLabel = "RUN", description = "Name of the run.")
  private String run;

  @Override
  public Integer call() {
    RunVerification result = new RunStore(shared.workspace().root()).verify(run);
    if (shared.json()) {
      shared.print(json(result));
    }
    if (!result.holds()) {
      throw new UserException(ExitCode.INTEGRITY, result.difference().orElseThrow());
    }
    if (!shared.json()) {
      shared.print("run " + run + " is as it was written");
    }
    return ExitCode.DONE.code();
  }

  private static String json(RunVerification result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", result.runId()).put("holds", result.holds());
    json.put("files_checked", result.filesChecked());
    result
        .difference()
        .ifPresentOrElse(what -> json.put("difference", what), () -> json.putNull("difference"));
    return json.toString();
  }
}

package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.run.RunVerification;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch verify}: recomputes every hash of a run. */
@Command(
    name = "verify",
    description = {
      "Recomputes every hash of a run, of its state and of all it was made from: registry version,",
      "verdicts, catalog entries, tiles. Exits with 6 and names what differs and what that costs."
    },
    footer = {"", "Example: sitewatch verify 2024-W40 --workspace orkhon"})
final class VerifyCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(paramLabel = "RUN", description = "Name of the run.")
  private String run;

  @Option(
      names = "--rederive",
      description = {
        "Also make the run again from the stored windows, in a scratch folder,",
        "and compare every byte."
      })
  private boolean rederive;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    var store = new RunStore(workspace.root());
    RunDirectory directory = store.getRun(run);
    InputsCheck inputs = InputsCheck.of(workspace, directory);
    RunVerification result = store.verify(run).and(inputs.files(), inputs.differences());
    if (rederive && inputs.differences().isEmpty()) { // else damaged tiles would be set aside
      result = result.and(0, Rederivation.differences(workspace, store, directory, shared));
    }
    inputs.notes().forEach(shared.log()::warn);
    if (shared.json()) {
      shared.print(json(result, inputs.notes()));
    }
    if (!result.holds()) {
      result.all().stream().skip(1).forEach(shared.log()::warn);
      throw new UserException(ExitCode.INTEGRITY, result.difference().orElseThrow());
    }
    if (!shared.json()) {
      shared.print(
          "run "
              + run
              + " is as it was written: "
              + result.filesChecked()
              + " files"
              + (rederive ? ", and made again from its windows it is the same" : ""));
    }
    return ExitCode.DONE.code();
  }

  private static String json(RunVerification result, List<String> notes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", result.runId()).put("holds", result.holds());
    json.put("files_checked", result.filesChecked());
    result
        .difference()
        .ifPresentOrElse(what -> json.put("difference", what), () -> json.putNull("difference"));
    var differences = json.putArray("differences");
    result.all().forEach(differences::add);
    var named = json.putArray("notes");
    notes.forEach(named::add);
    return json.toString();
  }
}

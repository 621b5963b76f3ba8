package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sitewatch init}: an empty workspace with a commented settings file. */
@Command(
    name = "init",
    description = "Makes a workspace with a commented settings file.",
    footer = {"", "Example: sitewatch init orkhon"})
final class InitCommand implements Callable<Integer> {
  @Mixin private OutputOptions output;
  @Mixin private DryRunOption dryRun;

  @Parameters(paramLabel = "DIR", description = "Folder to make; it may exist if it is empty.")
  private Path folder;

  @Override
  public Integer call() {
    Workspace workspace = WorkspaceFiles.check(folder);
    if (!dryRun.isOn()) {
      WorkspaceFiles.create(workspace);
    }
    String root = workspace.root().toString();
    output.print(
        output.json()
            ? JsonNodeFactory.instance
                .objectNode()
                .put("workspace", root)
                .put("dry_run", dryRun.isOn())
                .toString()
            : root);
    return ExitCode.DONE.code();
  }
}

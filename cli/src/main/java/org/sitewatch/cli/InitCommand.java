package org.sitewatch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sitewatch init}: an empty workspace with a commented settings file. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Makes a workspace with a commented settings file.",
    footer = {"", "Example: sitewatch init orkhon"})
final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "Folder to make; it may exist if it is empty.")
  private Path folder;

  @Override
  public Integer call() {
    Workspace workspace = WorkspaceFiles.create(folder);
    command.commandLine().getOut().println(workspace.root());
    return ExitCode.DONE.code();
  }
}

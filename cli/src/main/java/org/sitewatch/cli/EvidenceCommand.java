package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch evidence}: one disturbance with all that speaks for it, in one archive. */
@Command(
    name = "evidence",
    description = {
      "Packs one disturbance with its untouched windows, manifest, pictures, a page that explains",
      "how it was found, and SHA256SUMS. The archive tells places: it is for a restricted audience."
    },
    footer = {"", "Example: sitewatch evidence demo-07-20241003-a --out demo-07.zip"})
final class EvidenceCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(paramLabel = "ID", description = "Id of the disturbance.")
  private String id;

  @Option(names = "--run", paramLabel = "RUN", description = "Run (default: the newest with it).")
  private String run;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "The archive to write.")
  private Path out;

  @Option(names = "--force", description = "Overwrite the file if it is another one.")
  private boolean force;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    var store = new RunStore(workspace.root());
    FoundDisturbance found = FoundDisturbance.get(store, id, Optional.ofNullable(run));
    byte[] zip = new EvidenceStep(workspace, store, found).zip();
    NewFile.write(out, zip, force);
    shared.log().info("audience: restricted; the archive tells where the site lies");
    shared.print(
        shared.json()
            ? JsonNodeFactory.instance
                .objectNode()
                .put("file", out.toString())
                .put("run_id", found.run().id())
                .put("audience", "restricted")
                .put("bytes", zip.length)
                .toString()
            : out.toString());
    return ExitCode.DONE.code();
  }
}

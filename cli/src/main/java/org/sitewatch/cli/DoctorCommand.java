package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Projection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch doctor}: whether this machine can do the work. */
@Command(
    name = "doctor",
    description = "Checks Java, memory, disk, projections, Spark and a small scan on this machine.",
    footer = {"", "Example: sitewatch doctor"})
final class DoctorCommand implements Callable<Integer> {
  private static final long ENOUGH_HEAP_MB = 900;
  private static final long ENOUGH_DISK_MB = 2_000;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Option(names = "--folder", defaultValue = ".", description = "Where workspaces shall lie.")
  private Path folder;

  private final ArrayNode checks = JsonNodeFactory.instance.arrayNode();
  private boolean well = true;

  @Override
  public Integer call() throws IOException {
    tell("java " + Runtime.version(), Runtime.version().feature() >= 17, "install JDK 17 or newer");
    long heap_mb = Runtime.getRuntime().maxMemory() >> 20;
    tell("heap " + heap_mb + " MB", heap_mb >= ENOUGH_HEAP_MB, "set SITEWATCH_HEAP=2g");
    if (!Files.isDirectory(folder)) {
      throw SharedOptions.usage("--folder: " + folder + " is not a folder");
    }
    long disk_mb = Files.getFileStore(folder).getUsableSpace() >> 20;
    tell("disk " + disk_mb + " MB free", disk_mb >= ENOUGH_DISK_MB, "make room");
    tell("folder " + folder, Files.isWritable(folder), "choose a folder you may write to");
    double[] place = {102.83, 47.56};
    Projection.ofEpsg(Projection.utmEpsg(place[0], place[1])).fromLonLat(place);
    tell("projections", Math.abs(place[0] - 336_700) < 1_000, "this build is broken");
    String master = spark.master().orElse("local[" + spark.threads() + "]");
    try (var session = new SparkSession(master, spark.settings())) {
      long sum = session.context().parallelize(List.of(1, 2, 3)).reduce(Integer::sum);
      tell("spark " + session.context().version() + " at " + master, sum == 6, "see its log");
    }
    Optional<String> failure = Rehearsal.failure(folder);
    tell(
        "rehearsal" + failure.map(what -> ": " + what).orElse(" of a scan"),
        failure.isEmpty(),
        "run 'sitewatch demo' and see where it stops");
    if (output.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode().put("well", well);
      json.set("checks", checks);
      output.print(json.toString());
    }
    return (well ? ExitCode.DONE : ExitCode.UNAVAILABLE).code();
  }

  private void tell(String what, boolean good, String cure) {
    well &= good;
    checks.addObject().put("what", what).put("ok", good).put("cure", good ? "" : cure);
    if (!output.json()) {
      output.print((good ? "ok       " : "not well ") + what + (good ? "" : ": " + cure));
    }
  }
}

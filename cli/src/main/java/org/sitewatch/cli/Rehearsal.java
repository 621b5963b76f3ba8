package org.sitewatch.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitewatch.cli.demo.DemoSummary;
import org.sitewatch.cli.demo.DemoWorld;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;

/** A small scan of simulated scenes from registry to report, to see that a machine can do it. */
final class Rehearsal {

  private Rehearsal() {}

  /**
   * Leaves nothing behind.
   *
   * @param folder where it may write
   * @return what failed, in words; empty if all went well
   */
  static Optional<String> failure(Path folder) throws IOException {
    Path place;
    try {
      place = Files.createTempDirectory(folder, "sitewatch-rehearsal");
    } catch (FileSystemException notOurs) {
      return Optional.of("nothing can be written to " + folder);
    }
    try {
      DemoSummary world =
          DemoWorld.small().write(place.resolve("imagery"), place.resolve("truth"), pass -> {});
      Path workspace = place.resolve("workspace");
      String week = world.weeks().get(0);
      return Stream.of(
              new Object[] {"init", workspace},
              new Object[] {"sites", "import", world.registry(), "--workspace", workspace},
              new Object[] {"ingest", "add", world.items(), "--workspace", workspace},
              new Object[] {"scan", "--week", week, "--workspace", workspace},
              new Object[] {"status", "--workspace", workspace},
              new Object[] {"verify", week, "--workspace", workspace})
          .filter(words -> !isDone(words))
          .map(words -> "'sitewatch " + words[0] + "' failed")
          .findFirst();
    } finally {
      FileTree.delete(place);
    }
  }

  /** What the command prints is nobody's product. */
  private static boolean isDone(Object... words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (var nowhere = new PrintStream(OutputStream.nullOutputStream())) {
      System.setOut(nowhere);
      System.setErr(nowhere);
      int code = Main.execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
      return code == ExitCode.DONE.code() || code == ExitCode.PARTIAL.code();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}

package org.sitewatch.cli.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.cli.fuzz.FuzzResult.Finding;
import org.sitewatch.sites.FileTree;

/**
 * Throws hostile input at the program; {@code scripts/fuzz} starts it. Exit code 1 if anything was
 * found.
 */
public final class Fuzz {
  private static final int STEP = 2_000;

  private final PrintWriter out;
  private long executions = 1_000;
  private long seed = 1;
  private long from;
  private boolean countIsExact;
  private Path kept = Path.of("");
  private final List<String> wanted = new ArrayList<>();

  private Fuzz(PrintWriter out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Path folder = Files.createTempDirectory("sitewatch-fuzz-");
    boolean any;
    try {
      var fuzz = new Fuzz(out);
      fuzz.read(args);
      any = fuzz.run(folder);
    } finally {
      FileTree.delete(folder);
    }
    System.exit(any ? 1 : 0);
  }

  private void read(String[] args) {
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--executions" -> executions = Long.parseLong(args[++i]);
        case "--count" -> {
          executions = Long.parseLong(args[++i]);
          countIsExact = true;
        }
        case "--seed" -> seed = Long.parseLong(args[++i]);
        case "--from" -> from = Long.parseLong(args[++i]);
        case "--keep" -> kept = Path.of(args[++i]);
        default -> wanted.add(args[i]);
      }
    }
  }

  /** Whether anything was found. */
  private boolean run(Path folder) throws IOException {
    boolean any = false;
    out.println(FuzzResult.heading());
    List<FuzzTarget> targets = Targets.all(folder);
    List<String> names = targets.stream().map(FuzzTarget::name).toList();
    for (String word : wanted) {
      if (!names.contains(word)) {
        throw new IllegalArgumentException(
            "'" + word + "' is neither an option nor one of " + names);
      }
    }
    try (var watchdog = new Watchdog(out)) {
      for (FuzzTarget target : targets) {
        if (wanted.isEmpty() || wanted.contains(target.name())) {
          long count = countIsExact ? executions : target.share(executions);
          FuzzResult result = new FuzzRun(seed, from, count).run(target, watchdog);
          out.println(result.line());
          for (Finding finding : result.findings()) {
            any = true;
            tell(target, finding);
          }
        }
      }
    }
    return any;
  }

  private void tell(FuzzTarget target, Finding finding) throws IOException {
    out.println(
        "  %d times: %s\n    again: scripts/fuzz --seed %d --from %d --count 1 %s"
            .formatted(finding.times(), finding.what(), seed, finding.number(), target.name()));
    if (!kept.toString().isEmpty()) {
      Files.createDirectories(kept);
      Files.write(
          kept.resolve(target.name() + "-" + seed + "-" + finding.number()),
          new FuzzRun(seed, from, STEP).input(target, finding.number()).bytes());
    }
  }
}

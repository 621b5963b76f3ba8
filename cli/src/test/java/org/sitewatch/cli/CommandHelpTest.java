package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.Ran.sitewatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Every command explains itself, and none wakes Spark to do so. */
class CommandHelpTest {

  /** The words of every command, the program itself included. */
  static Stream<List<String>> commands() {
    String[] names = Main.commandLine().getSubcommands().keySet().toArray(String[]::new);
    return below(List.of(), Main.commandLine(names));
  }

  private static Stream<List<String>> below(List<String> words, CommandLine command) {
    Stream<List<String>> deeper =
        command.getSubcommands().entrySet().stream()
            .flatMap(
                entry -> {
                  var longer = new ArrayList<>(words);
                  longer.add(entry.getKey());
                  return below(longer, entry.getValue());
                });
    return Stream.concat(Stream.of(words), deeper);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpShowsAnExample(List<String> command) {
    Ran ran = sitewatch(Stream.concat(command.stream(), Stream.of("--help")).toArray()).exits(0);
    String name =
        String.join(" ", Stream.concat(Stream.of("sitewatch"), command.stream()).toList());
    assertTrue(ran.out().contains("Usage: " + name), ran.out());
    assertTrue(
        ran.out().contains("Example: " + (command.isEmpty() ? "sitewatch" : name)), ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void anUnknownCommandIsAUsageErrorThatNamesTheNearest() {
    sitewatch("scann").exits(2).says("scan");
    sitewatch("scan", "--weak", "2024-W37").exits(2).says("--week");
  }

  @Test
  void aProgramOrGroupWithoutCommandIsAUsageError() {
    sitewatch().exits(2);
    sitewatch("sites").exits(2).says("import");
  }

  @Test
  void loggingGoesThroughLog4j() {
    assertEquals(
        "org.apache.logging.slf4j.Log4jLoggerFactory",
        LoggerFactory.getILoggerFactory().getClass().getName());
  }

  @Test
  @Tag("slow")
  void commandsThatNeedNoSparkDoNotLoadIt(@TempDir Path folder) throws Exception {
    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("workspace"));
    for (List<String> words :
        List.of(
            List.of("scan", "--help"),
            List.of("sites", "list", "--workspace", workspace.root().toString()),
            List.of("plan", "--workspace", workspace.root().toString()),
            List.of("status", "--workspace", workspace.root().toString()))) {
      List<String> loaded = classesLoadedBy(words);
      assertTrue(loaded.contains("org.sitewatch.cli.Main"), loaded.size() + " classes");
      assertFalse(
          loaded.stream().anyMatch(name -> name.startsWith("org.apache.spark.")),
          () ->
              words
                  + " loads "
                  + loaded.stream()
                      .filter(name -> name.startsWith("org.apache.spark."))
                      .limit(3)
                      .toList());
    }
  }

  /** Runs a command line in a JVM of its own. */
  private static List<String> classesLoadedBy(List<String> words)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:class+load:stdout"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(words);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output
        .lines()
        .filter(line -> line.contains(" source: "))
        .map(line -> line.replaceFirst("^.*] ", "").replaceFirst(" source: .*", ""))
        .collect(Collectors.toList());
  }
}

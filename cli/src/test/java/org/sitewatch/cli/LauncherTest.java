package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/sitewatch} with a Java that only says what it was given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      for option in "$@"; do
        case $option in
          -XX:SharedArchiveFile=*) archive=${option#*=} ;;
          -Xshare:dump) dumps=yes ;;
        esac
        echo "$option"
      done
      [ -z "${dumps:-}" ] || CALL_DUMP
      """;

  @TempDir Path folder;
  private Path root;
  private Path home;

  @BeforeEach
  void install() throws IOException {
    root = folder.resolve("my plans Ж");
    home = root.resolve("cli/target/sitewatch");
    Files.createDirectories(home);
    Files.createDirectories(root.resolve("scripts"));
    Files.createDirectories(root.resolve("cli/src/main"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("cli/pom.xml"), "");
    Files.writeString(home.resolve("sitewatch.jar"), "");
    Files.copy(Path.of("../scripts/sitewatch"), script());
    java("echo archive >\"$archive\"");
  }

  @Test
  void startsFromAFolderWithSpacesThatHasAnArchive() throws Exception {
    start("scan");
    List<String> given = start("scan", "--sites", "two words");

    assertTrue(given.contains("-XX:SharedArchiveFile=" + home.resolve("sitewatch.jsa")));
    int jar = given.indexOf("-jar");
    assertEquals(
        List.of(home.resolve("sitewatch.jar").toString(), "scan", "--sites", "two words"),
        given.subList(jar + 1, given.size()));
  }

  @Test
  void makesAnArchiveThatWasDeletedAgainAndLeavesNothingBeside() throws Exception {
    start("scan");
    Files.delete(home.resolve("sitewatch.jsa"));
    start("scan");

    try (Stream<Path> files = Files.list(home)) {
      assertEquals(
          List.of("sitewatch.jar", "sitewatch.jsa"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void anArchiveThatCannotBeMadeIsNeitherUsedNorTriedAgain() throws Exception {
    java("{ echo tried >>\"" + folder.resolve("tries") + "\"; exit 1; }");
    start("scan");
    List<String> given = start("scan");

    assertFalse(given.stream().anyMatch(option -> option.startsWith("-XX:SharedArchiveFile")));
    assertEquals(1, Files.readAllLines(folder.resolve("tries")).size());
  }

  private Path script() {
    return root.resolve("scripts/sitewatch");
  }

  private void java(String dump) throws IOException {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, JAVA.replace("CALL_DUMP", dump));
    assertTrue(java.toFile().setExecutable(true));
  }

  private List<String> start(String... words) throws Exception {
    var command = Stream.concat(Stream.of(script().toString()), Stream.of(words)).toList();
    Path out = folder.resolve("out");
    var builder = new ProcessBuilder(command).redirectOutput(out.toFile());
    builder.redirectError(folder.resolve("err").toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "starts");
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err")));
    return Files.readAllLines(out);
  }
}

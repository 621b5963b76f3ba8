package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/sitewatch} of the distribution with a Java that only says what it was given. */
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
      [ -z "${dumps:-}" ] || { CALL_DUMP; }
      """;

  @TempDir Path folder;
  private Path home;
  private Path cache;
  private Path called;
  private boolean asNobody;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void install() throws IOException {
    home = folder.resolve("my plans Ж/sitewatch");
    cache = folder.resolve("cache");
    called = home.resolve("bin/sitewatch");
    Files.createDirectories(called.getParent());
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(cache);
    Files.writeString(home.resolve("sitewatch.jar"), "");
    Files.writeString(home.resolve("lib/other.jar"), "");
    Files.copy(Path.of("src/dist/bin/sitewatch"), called);
    java("17.0.1", "echo archive >\"$archive\"; echo dump >>\"" + folder.resolve("dumps") + "\"");
    Files.createFile(folder.resolve("dumps"));
    permit(folder.resolve("dumps"), "rw-rw-rw-");
  }

  @AfterEach
  void permitDeletion() throws IOException {
    permit(home, "rwxr-xr-x");
    permit(cache, "rwxr-xr-x");
  }

  @Test
  void startsFromAFolderWithSpacesThatHasAnArchive() throws Exception {
    start("scan");
    List<String> given = start("scan", "--sites", "two words");

    assertTrue(given.contains("-XX:SharedArchiveFile=" + archive("17.0.1")));
    int jar = given.indexOf("-jar");
    assertEquals(
        List.of(home.resolve("sitewatch.jar").toString(), "scan", "--sites", "two words"),
        given.subList(jar + 1, given.size()));
    assertEquals(1, dumps());
  }

  /** The JVM refuses to start with less memory than its young generation is told to take. */
  @Test
  void whoeverSaysHowMuchMemoryThereIsDecidesThatAlone() throws Exception {
    assertTrue(start("scan").contains("-Xmn400m"));
    for (String[] told :
        new String[][] {
          {"SITEWATCH_HEAP", "512m"},
          {"SITEWATCH_JAVA_OPTS", "-Dproxy=a -Xmx512m"},
          {"SITEWATCH_JAVA_OPTS", "-XX:MaxRAMPercentage=10"}
        }) {
      environment.clear();
      environment.put(told[0], told[1]);
      List<String> given = start("scan");
      assertTrue(given.stream().noneMatch(one -> one.matches("-Xm[sn].*")), given::toString);
    }
  }

  @Test
  void aSizeOfMemoryThatIsNoneIsToldInOneSentence() throws Exception {
    for (String size : List.of("2x", "abc", " 300m", "1.5g")) {
      environment.put("SITEWATCH_HEAP", size);
      assertEquals(2, exitOf("scan"));
      assertEquals(
          "sitewatch: SITEWATCH_HEAP is '" + size + "', expected a size such as 800m or 4g",
          Files.readString(folder.resolve("err")).strip());
    }
  }

  @Test
  void anotherCollectorMayBeChosen() throws Exception {
    environment.put("SITEWATCH_JAVA_OPTS", "-XX:+UseG1GC");
    for (String command : List.of("scan", "--help")) {
      List<String> collectors =
          start(command).stream().filter(one -> one.matches("-XX:.Use.*GC")).toList();
      assertEquals(List.of("-XX:+UseG1GC"), collectors);
    }
  }

  @Test
  void aLinkToALinkFindsTheProgram() throws Exception {
    Path links = Files.createDirectories(folder.resolve("usr local/bin"));
    Path absolute = Files.createSymbolicLink(links.resolve("absolute"), called);
    called = Files.createSymbolicLink(links.resolve("sitewatch"), absolute.getFileName());

    List<String> given = start("scan");

    assertTrue(given.contains(home.resolve("sitewatch.jar").toString()), given.toString());
  }

  @Test
  void makesAnArchiveThatWasDeletedAgainAndLeavesNothingBeside() throws Exception {
    start("scan");
    Files.delete(archive("17.0.1"));
    start("scan");

    assertEquals(List.of("bin", "lib", "sitewatch.jar", "start-17.0.1.jsa"), names(home));
    assertEquals(2, dumps());
  }

  @Test
  void anArchiveThatCannotBeMadeIsNeitherUsedNorTriedAgain() throws Exception {
    java("17.0.1", "{ echo dump >>\"" + folder.resolve("dumps") + "\"; exit 1; }");
    start("scan");
    List<String> given = start("scan");

    assertFalse(given.stream().anyMatch(option -> option.startsWith("-XX:SharedArchiveFile")));
    assertEquals(1, dumps());
  }

  @Test
  void aJarThatCameLaterIsInANewArchiveEvenIfItIsOfTheSameDateAndSize() throws Exception {
    start("scan");
    Path jar = home.resolve("lib/other.jar");
    var date = Files.getLastModifiedTime(jar);
    Thread.sleep(20);
    Files.delete(jar);
    Files.writeString(jar, "");
    Files.setLastModifiedTime(jar, date);
    start("scan");

    assertEquals(2, dumps());
  }

  @Test
  void eachJavaHasAnArchiveOfItsOwn() throws Exception {
    start("scan");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\n");
    List<String> given = start("scan");

    assertTrue(given.contains("-XX:SharedArchiveFile=" + archive("25.0.3+9-LTS")));
    assertTrue(Files.exists(archive("17.0.1")));
  }

  @Test
  void aFolderThatOneMayNotWriteToIsLeftAsItIsAndTheArchiveIsInTheCacheOfTheUser()
      throws Exception {
    lock(home);
    start("scan");
    List<String> given = start("scan");

    assertEquals(List.of("bin", "lib", "sitewatch.jar"), names(home));
    assertTrue(
        given.stream()
            .anyMatch(o -> o.startsWith("-XX:SharedArchiveFile=" + cache + "/sitewatch/")));
    assertEquals(1, dumps());
  }

  @Test
  void startsInSilenceWhereNoArchiveCanBeKept() throws Exception {
    lock(home);
    lock(cache);
    List<String> given = start("scan");

    assertFalse(given.stream().anyMatch(option -> option.startsWith("-XX:SharedArchiveFile")));
    assertTrue(given.contains(home.resolve("sitewatch.jar").toString()));
    assertEquals("", Files.readString(folder.resolve("err")));
  }

  @Test
  void aJavaThatIsTooOldIsToldInOneSentence() throws Exception {
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

    assertEquals(2, exitOf("scan"));
    assertEquals(
        "sitewatch: "
            + folder.resolve("jdk/bin/java")
            + " is Java 11.0.2, a Java 17 or newer is needed; set JAVA_HOME to one\n",
        Files.readString(folder.resolve("err")));
  }

  @Test
  void aJavaHomeWithoutJavaIsToldInOneSentence() throws Exception {
    Files.delete(folder.resolve("jdk/bin/java"));

    assertEquals(2, exitOf("scan"));
    String said = Files.readString(folder.resolve("err"));
    assertTrue(said.startsWith("sitewatch: no program ") && said.lines().count() == 1, said);
  }

  private Path archive(String java) {
    return home.resolve("start-" + java + ".jsa");
  }

  private long dumps() throws IOException {
    return Files.readAllLines(folder.resolve("dumps")).size();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Nothing keeps root from writing, so as root the program is started as nobody. */
  private void lock(Path locked) throws IOException {
    permit(locked, "r-xr-xr-x");
    if (Files.isWritable(locked)) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root without setpriv");
      permit(folder, "rwxr-xr-x");
      if (!locked.equals(cache)) {
        permit(cache, "rwxrwxrwx");
      }
      asNobody = true;
    }
  }

  private void java(String version, String dump) throws IOException {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        JAVA.replace("CALL_DUMP", dump),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    assertTrue(java.toFile().setExecutable(true, false));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_RUNTIME_VERSION=\"" + version + "\"\n");
  }

  private List<String> start(String... words) throws Exception {
    assertEquals(0, exitOf(words), Files.readString(folder.resolve("err")));
    return Files.readAllLines(folder.resolve("out"));
  }

  private int exitOf(String... words) throws Exception {
    var command = new ArrayList<String>();
    if (asNobody) {
      command.addAll(
          List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.add(called.toString());
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "starts");
    return process.exitValue();
  }
}

package org.sitewatch.cli;

import static org.sitewatch.cli.Ran.sitewatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A workspace made by the commands a user types; its scenes lie inside, so that a copy has its own.
 *
 * @param root the folder
 */
record SmallWorkspace(Path root) {
  static final String FIRST_WEEK = "2024-W37";
  static final String SECOND_WEEK = "2024-W38";

  /** Four looks of history, one look in each of the two weeks; the pit is dug before the fifth. */
  static final List<String> DAYS =
      List.of("2024-08-02", "2024-08-12", "2024-08-22", "2024-09-01", "2024-09-11", "2024-09-18");

  private static final int DAYS_BEFORE_PIT = 4;

  /** Initialised, with three sites and six scenes, nothing scanned. */
  static SmallWorkspace registered(Path root) {
    SmallWorkspace workspace = empty(root);
    workspace.importSites(
        SmallSites.write(root.resolve("in/sites.geojson"), SmallSites.standard()));
    workspace.add(workspace.writePasses()).exits(0);
    return workspace;
  }

  static SmallWorkspace empty(Path root) {
    sitewatch("init", root).exits(0);
    return new SmallWorkspace(root);
  }

  SmallScenes scenes() {
    return SmallScenes.in(root.resolve("imagery"));
  }

  /** The items of the standard passes. */
  List<Path> writePasses() {
    var items = new ArrayList<Path>();
    for (int i = 0; i < DAYS.size(); i++) {
      items.add(scenes().pass(DAYS.get(i), i >= DAYS_BEFORE_PIT));
    }
    return items;
  }

  void importSites(Path file) {
    sitewatch("sites", "import", file, "--workspace", root).exits(0);
  }

  Ran add(List<Path> items) {
    return run("ingest", "add", items.toArray());
  }

  Ran scan(Object... more) {
    return run("scan", "--master", Stream.concat(Stream.of("local[2]"), Stream.of(more)).toArray());
  }

  Ran scanWeek(String week, Object... more) {
    return scan(Stream.concat(Stream.of("--week", week), Stream.of(more)).toArray());
  }

  Ran run(String first, String second, Object... more) {
    var words = new ArrayList<Object>(List.of(first, second));
    Collections.addAll(words, more);
    words.add("--workspace");
    words.add(root);
    return sitewatch(words.toArray());
  }

  Path runDirectory(String run) {
    return root.resolve("runs").resolve(run);
  }

  Path registry() {
    return root.resolve("sites.geojson");
  }

  SmallWorkspace copyTo(Path target) {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted().toList()) {
        Path copy = target.resolve(root.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else if (!path.endsWith(".lock")) {
          Files.copy(path, copy);
        }
      }
    } catch (IOException uncopied) {
      throw new UncheckedIOException(uncopied);
    }
    return new SmallWorkspace(target);
  }

  /** Every file of a run but its log, with its text in ISO 8859-1. */
  Map<String, String> contents(String run) {
    return contents(runDirectory(run));
  }

  /** Every file below a folder, but logs. */
  static Map<String, String> contents(Path folder) {
    var contents = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString();
        if (!name.startsWith("log")) {
          contents.put(name, Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return contents;
  }
}

package org.sitewatch.report.work;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.job.SiteResult;
import org.sitewatch.detect.job.SiteStates;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.report.ledger.RegistryFailure;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/**
 * One run between detect and report: {@code run.json}, written last, {@code sites/} with one file a
 * site, {@code states/} with what the next run starts from, {@code change/} and {@code objects/}.
 *
 * @param folder {@code <workspace>/work/RUN}
 */
public record WorkFolder(Path folder) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String HEADER = "run.json";

  /** Goes up when an older folder would be misread: it is made again. */
  private static final int SCHEMA = 3;

  /**
   * What all sites share.
   *
   * @param settings all that can change a result
   * @param pools that were in force in the period
   * @param scenes entries of the scenes that could be judged, sha256 by id
   * @param unusable registry entries that cannot be served
   */
  public record Header(
      String runId,
      Period period,
      SortedMap<String, String> settings,
      ClassPools pools,
      String registryVersion,
      SortedMap<String, String> scenes,
      List<RegistryFailure> unusable) {

    public Header {
      scenes = Collections.unmodifiableSortedMap(new TreeMap<>(scenes));
      settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
      unusable = List.copyOf(unusable);
    }
  }

  /** Where change rasters are put. */
  public Path change() {
    return folder.resolve("change");
  }

  /** Where the features of objects are put. */
  public Path objects() {
    return folder.resolve("objects");
  }

  /** Where pictures are put while a run is reported. */
  public Path chips() {
    return folder.resolve("chips");
  }

  private Path stateFolder() {
    return folder.resolve("states");
  }

  private Path sites() {
    return folder.resolve("sites");
  }

  /** Removes the folder with all that is in it. */
  public void clear() {
    try {
      FileTree.delete(folder);
    } catch (IOException undeletable) {
      throw unwritable(undeletable);
    }
  }

  /** Keeps what was found at a site, whoever else does so at the same time for another. */
  public void put(SiteResult result) {
    try {
      Files.createDirectories(sites());
      String name = SiteStates.fileName(result.findings().siteId());
      Files.writeString(sites().resolve(name), MAPPER.writeValueAsString(ResultJson.write(result)));
      if (!result.stateJson().isEmpty()) {
        Files.createDirectories(stateFolder());
        Files.writeString(stateFolder().resolve(name), result.stateJson());
      }
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  /** All sites were put; the header comes last, so that a folder without one is not finished. */
  public void finish(Header header) {
    try {
      Files.createDirectories(sites());
      String text =
          MAPPER.writeValueAsString(
              HeaderJson.write(header).put("schema", SCHEMA).put("sha256", sha256()));
      WholeFile.write(folder.resolve(HEADER), beside -> Files.writeString(beside, text));
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  /**
   * @throws UserException with {@link ExitCode#USAGE} if no detection was finished here, {@link
   *     ExitCode#INTEGRITY} if it cannot be read, or a result or state is not what was put
   */
  public Header readHeader() {
    try {
      JsonNode header = read(folder.resolve(HEADER));
      if (header.path("schema").asInt() != SCHEMA) {
        throw new UserException(
            ExitCode.USAGE,
            folder + " was left by another version of the program; run 'sitewatch detect' again");
      }
      if (!header.path("sha256").asText().equals(sha256())) {
        throw new IOException("results or states are not those that were put");
      }
      return HeaderJson.read(header);
    } catch (NoSuchFileException missing) {
      throw new UserException(
          ExitCode.USAGE,
          folder + " holds no finished detection; run 'sitewatch detect' first",
          missing);
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException broken) {
      throw broken(broken);
    }
  }

  /**
   * One by one without their states, in order of site ids: those of many sites do not fit into
   * memory together.
   */
  public void forEachResult(Consumer<SiteResult> taker) {
    try {
      for (Path file : files().values()) {
        taker.accept(ResultJson.read(read(file), file.toString()));
      }
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException broken) {
      throw broken(broken);
    }
  }

  /** What was put for one site, without its state. */
  public SiteResult getResult(String siteId) {
    Path file = sites().resolve(SiteStates.fileName(siteId));
    try {
      return ResultJson.read(read(file), file.toString());
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException broken) {
      throw broken(broken);
    }
  }

  /** By site id, which file names do not sort alike. */
  private SortedMap<String, Path> files() throws IOException {
    var byId = new TreeMap<String, Path>();
    try (Stream<Path> files = Files.list(sites())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (byId.put(siteId(file), file) != null) {
          throw new IllegalArgumentException(file + ": its site is in another file, too");
        }
      }
    }
    return byId;
  }

  /** The first value of that name: findings begin with it. */
  private static String siteId(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = MAPPER.createParser(in)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("siteId")) {
          String id = json.nextTextValue();
          if (id != null) {
            return id;
          }
        }
      }
    }
    throw new IllegalArgumentException(file + ": names no site");
  }

  /** The state files of the run, as they were handed over. */
  public RunFiles states() {
    return target -> FileTree.copy(stateFolder(), target);
  }

  /** Over all results and states, by name. */
  private String sha256() throws IOException {
    MessageDigest all = Sha256.digest();
    for (Path part : List.of(sites(), stateFolder())) {
      for (Map.Entry<String, Path> file : FileTree.list(part).entrySet()) {
        String line =
            Sha256.of(file.getValue()) + " " + part.getFileName() + "/" + file.getKey() + "\n";
        all.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static JsonNode read(Path file) throws IOException {
    return MAPPER.readTree(Files.readAllBytes(file));
  }

  private UserException unwritable(IOException cause) {
    return new UserException(
        ExitCode.UNAVAILABLE, folder + ": cannot be written: " + cause.getMessage(), cause);
  }

  private UserException broken(Exception cause) {
    String what =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : cause.getMessage();
    return new UserException(
        ExitCode.INTEGRITY,
        folder + " is broken (" + what + "); run 'sitewatch detect' again",
        cause);
  }
}

package org.sitewatch.report.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.report.json.PoolsJson;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/**
 * Reads the {@link RunHead} of a manifest whose seal holds, token by token and in little memory.
 * Whatever is not as this program writes it is left to {@link ManifestReader}, which says what is
 * wrong.
 */
final class HeadReader {
  /** From the two spaces before the name to the line feed: the digest, and what is around it. */
  private static final int SEAL_LINE_BYTES = "  \"seal\": \"\",\n".length() + 64;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private Optional<RunInfo> run = Optional.empty();
  private String id = "";
  private Period period;
  private final SortedMap<String, String> settings = new TreeMap<>();
  private String registry = "";
  private PreviousRun previous;
  private ClassPools pools = ClassPools.NONE;
  private final List<String> sites = new ArrayList<>();
  private String seal = "";
  private long sealAt;
  private boolean isKnownSchema;

  private HeadReader() {}

  /**
   * @param sha256 of the whole file
   */
  record Read(RunHead head, String sha256) {}

  /** Empty if the manifest has no seal, or it does not hold. */
  static Optional<Read> read(Path manifest) throws IOException {
    var reader = new HeadReader();
    try (InputStream in = Files.newInputStream(manifest);
        JsonParser json = MAPPER.createParser(in)) {
      reader.walk(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException
        | IllegalArgumentException
        | DateTimeException
        | UserException foreign) {
      return Optional.empty();
    }
    if (!reader.isKnownSchema || reader.seal.isEmpty() || reader.run.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> sha256 = sealed(manifest, reader.sealAt, reader.seal);
    var head =
        new RunHead(
            reader.run.get(),
            reader.settings,
            reader.registry,
            reader.previous,
            reader.pools,
            RunHead.JudgedSites.of(reader.sites));
    return sha256.map(all -> new Read(head, all));
  }

  /** The sha256 of the file, if that of all but its line with the seal is the seal. */
  private static Optional<String> sealed(Path file, long sealAt, String seal) throws IOException {
    MessageDigest all = Sha256.digest();
    MessageDigest unsealed = null; // up to the seal, which is near the end, the same as all
    byte[] buffer = new byte[1 << 16];
    long at = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        int before = (int) Math.min(n, Math.max(0, sealAt - at));
        int after = (int) Math.min(n, Math.max(0, sealAt + SEAL_LINE_BYTES - at));
        all.update(buffer, 0, before);
        if (unsealed == null && before < n) {
          unsealed = copyOf(all);
        }
        if (unsealed != null) {
          all.update(buffer, before, n - before);
          unsealed.update(buffer, after, n - after);
        }
        at += n;
      }
    }
    return unsealed != null && HexFormat.of().formatHex(unsealed.digest()).equals(seal)
        ? Optional.of(HexFormat.of().formatHex(all.digest()))
        : Optional.empty();
  }

  private static MessageDigest copyOf(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void walk(JsonParser json) throws IOException {
    String software = "";
    for (String name = first(json); name != null; name = json.nextFieldName()) {
      long nameAt = json.currentTokenLocation().getByteOffset();
      JsonToken value = json.nextToken();
      switch (name) {
        case "inputs" -> inputs(json);
        case "pools" -> pools = PoolsJson.read(json.readValueAsTree());
        case "previous" -> {
          if (value != JsonToken.VALUE_NULL) {
            JsonNode link = json.readValueAsTree();
            previous = new PreviousRun(link.path("run").asText(), link.path("sha256").asText());
          }
        }
        case "run" -> {
          JsonNode told = json.readValueAsTree();
          id = told.path("id").asText();
          period =
              new Period(
                  LocalDate.parse(told.path("since").asText()),
                  LocalDate.parse(told.path("until").asText()));
        }
        case "schema" -> isKnownSchema = isKnown(json.getIntValue());
        case "seal" -> {
          seal = json.getText();
          sealAt = nameAt - 2;
        }
        case "software" -> software = json.getText();
        default -> json.skipChildren();
      }
    }
    if (period != null) {
      run = Optional.of(new RunInfo(id, period, software));
    }
  }

  private static boolean isKnown(int schema) {
    return schema >= 1 && schema <= RunManifest.SCHEMA;
  }

  private void inputs(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "registry_sha256" -> registry = json.getText();
        case "settings" -> {
          for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            settings.put(key, json.nextTextValue());
          }
        }
        case "sites" -> sites(json);
        default -> json.skipChildren();
      }
    }
  }

  private void sites(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.equals("site_id")) {
          sites.add(json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private static String first(JsonParser json) throws IOException {
    return json.nextToken() == JsonToken.START_OBJECT ? json.nextFieldName() : null;
  }

  /** What a run left behind of its sites: sha256 by file name, one section of the manifest. */
  static SortedMap<String, String> states(Path manifest) throws IOException {
    var states = new TreeMap<String, String>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(manifest));
        JsonParser json = MAPPER.createParser(in)) {
      for (String name = first(json); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.equals("state")) {
          for (String file = json.nextFieldName(); file != null; file = json.nextFieldName()) {
            states.put(file, json.nextTextValue());
          }
        } else {
          json.skipChildren();
        }
      }
    }
    return states;
  }
}

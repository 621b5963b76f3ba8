package org.sitewatch.report.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.report.json.CanonicalJson;
import org.sitewatch.report.json.PoolsJson;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/** Reads a manifest that anyone may have edited: each fault is one sentence naming the field. */
final class ManifestReader {
  private final String where;

  private ManifestReader(String where) {
    this.where = where;
  }

  /**
   * @param where how messages name the file
   */
  static RunManifest read(byte[] bytes, String where) {
    return new ManifestReader(where).manifest(bytes);
  }

  private RunManifest manifest(byte[] bytes) {
    JsonNode root = parsed(bytes);
    JsonNode schema = root.path("schema");
    if (!schema.isInt() || schema.intValue() < 1) {
      throw broken("'schema' must be a whole number from 1, got " + brief(schema));
    }
    if (schema.intValue() > RunManifest.SCHEMA) {
      throw broken(
          "schema "
              + schema.intValue()
              + " is newer than "
              + RunManifest.SCHEMA
              + ", the newest this program reads; use the newer program");
    }
    JsonNode inputs = object(root, "inputs");
    JsonNode previous = root.path("previous");
    return new RunManifest(
        schema.intValue(),
        new RunInputs(
            info(root),
            texts(inputs, "settings"),
            digest(inputs, "registry_sha256"),
            optionalDigests(inputs, "floors"),
            optionalDigests(inputs, "reviews"),
            scenes(inputs),
            sites(inputs)),
        previous.isNull()
            ? null
            : new PreviousRun(text(object(root, "previous"), "run"), digest(previous, "sha256")),
        digests(root, "files"),
        digests(root, "state"),
        registration(root),
        budgets(root),
        pools(root));
  }

  private JsonNode parsed(byte[] bytes) {
    JsonNode root;
    try {
      root = CanonicalJson.read(bytes);
    } catch (JsonProcessingException e) {
      throw broken("is no JSON that this program writes: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw broken("cannot be read: " + IoReason.of(e));
    }
    if (!root.isObject()) {
      throw broken("must be one JSON object, got " + brief(root));
    }
    return root;
  }

  private RunInfo info(JsonNode root) {
    JsonNode run = object(root, "run");
    LocalDate since = date(run, "since");
    LocalDate until = date(run, "until");
    if (!since.isBefore(until)) {
      throw broken("'since' " + since + " must be before 'until' " + until);
    }
    try {
      return new RunInfo(text(run, "id"), new Period(since, until), text(root, "software"));
    } catch (UserException e) {
      throw broken(e.getMessage());
    }
  }

  private List<SceneInput> scenes(JsonNode inputs) {
    List<SceneInput> scenes = new ArrayList<>();
    String before = "";
    for (JsonNode scene : array(inputs, "scenes")) {
      String id = text(scene, "id");
      checkOrder("scenes", before, id);
      before = id;
      scenes.add(
          new SceneInput(
              id,
              text(scene, "href"),
              digest(scene, "sha256"),
              text(scene, "processing_baseline"),
              text(scene, "offset_decision"),
              optionalDigest(scene, "item_sha256")));
    }
    return scenes;
  }

  private List<SiteDecision> sites(JsonNode inputs) {
    List<SiteDecision> sites = new ArrayList<>();
    String before = "";
    for (JsonNode site : array(inputs, "sites")) {
      String id = text(site, "site_id");
      checkOrder("sites", before, id);
      before = id;
      sites.add(
          new SiteDecision(
              id,
              text(site, "grid"),
              list(site, "looks"),
              list(site, "notes"),
              earlier(site),
              optionalDigest(site, "tiles_sha256")));
    }
    return sites;
  }

  /** Null in manifests of before it was kept, which name all looks. */
  private SiteDecision.EarlierLooks earlier(JsonNode site) {
    if (!site.has("earlier_looks")) {
      return null;
    }
    JsonNode earlier = object(site, "earlier_looks");
    JsonNode count = earlier.path("count");
    if (!count.isInt() || count.intValue() < 0) {
      throw broken("'count' must be a whole number from 0, got " + brief(count));
    }
    return new SiteDecision.EarlierLooks(count.intValue(), digest(earlier, "sha256"));
  }

  /** Absent where there were none, and in manifests made before a report took them in. */
  private SortedMap<String, String> optionalDigests(JsonNode inputs, String name) {
    return inputs.has(name) ? digests(inputs, name) : new TreeMap<>();
  }

  /** Absent in manifests made before it was kept. */
  private String optionalDigest(JsonNode parent, String name) {
    return parent.has(name) ? digest(parent, name) : "";
  }

  private void checkOrder(String list, String before, String id) {
    if (before.compareTo(id) >= 0) {
      throw broken(
          "'"
              + list
              + "' must be in order of id without doubles, got '"
              + id
              + "' after '"
              + before
              + "'");
    }
  }

  /** Absent in manifests made before shifts were measured. */
  private SortedMap<String, SortedMap<String, LookShift>> registration(JsonNode root) {
    var registration = new TreeMap<String, SortedMap<String, LookShift>>();
    if (root.has("registration")) {
      for (Map.Entry<String, JsonNode> site : object(root, "registration").properties()) {
        var looks = new TreeMap<String, LookShift>();
        for (Map.Entry<String, JsonNode> look : site.getValue().properties()) {
          looks.put(
              look.getKey(),
              new LookShift(number(look.getValue(), "dy_px"), number(look.getValue(), "dx_px")));
        }
        registration.put(site.getKey(), looks);
      }
    }
    return registration;
  }

  /** Absent in manifests made before classes of land were told apart. */
  private SortedMap<String, HeldBudget> budgets(JsonNode root) {
    var budgets = new TreeMap<String, HeldBudget>();
    if (root.has("budgets")) {
      for (Map.Entry<String, JsonNode> site : object(root, "budgets").properties()) {
        JsonNode budget = site.getValue();
        budgets.put(
            site.getKey(),
            new HeldBudget(
                numberOrNaN(budget, "least_confidence"),
                numberOrNaN(budget, "expected_false_alarms"),
                LandCover.findLabel(text(budget, "land_cover")).orElse(LandCover.UNKNOWN),
                numberOrNaN(budget, "own_false_alarms"),
                numberOrNaN(budget, "class_false_alarms")));
      }
    }
    return budgets;
  }

  private ClassPools pools(JsonNode root) {
    if (!root.has("pools")) {
      return ClassPools.NONE;
    }
    try {
      return PoolsJson.read(object(root, "pools"));
    } catch (IllegalArgumentException wrong) {
      throw broken("'pools': " + wrong.getMessage());
    }
  }

  private double numberOrNaN(JsonNode parent, String name) {
    return parent.path(name).isNull() ? Double.NaN : number(parent, name);
  }

  private double number(JsonNode parent, String name) {
    JsonNode number = parent.path(name);
    if (!number.isNumber()) {
      throw broken("'" + name + "' must be a number, got " + brief(number));
    }
    return number.doubleValue();
  }

  private SortedMap<String, String> digests(JsonNode parent, String name) {
    SortedMap<String, String> digests = texts(parent, name);
    for (Map.Entry<String, String> entry : digests.entrySet()) {
      if (!RelativePath.isSafe(entry.getKey())) {
        throw broken("'" + name + "' names '" + entry.getKey() + "', which leaves the run");
      }
      if (!Sha256.isDigest(entry.getValue())) {
        throw broken("the hash of '" + entry.getKey() + "' is no SHA-256 in lower-case hex");
      }
    }
    return digests;
  }

  private SortedMap<String, String> texts(JsonNode parent, String name) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : object(parent, name).properties()) {
      if (!entry.getValue().isTextual()) {
        throw broken(
            "'" + name + "." + entry.getKey() + "' must be text, got " + brief(entry.getValue()));
      }
      texts.put(entry.getKey(), entry.getValue().textValue());
    }
    return texts;
  }

  private List<String> list(JsonNode parent, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : array(parent, name)) {
      if (!one.isTextual()) {
        throw broken("'" + name + "' must hold text, got " + brief(one));
      }
      texts.add(one.textValue());
    }
    return texts;
  }

  private LocalDate date(JsonNode parent, String name) {
    try {
      return LocalDate.parse(text(parent, name));
    } catch (DateTimeParseException e) {
      throw broken("'" + name + "' must be a date like 2026-11-22, got " + brief(parent.get(name)));
    }
  }

  private String digest(JsonNode parent, String name) {
    String digest = text(parent, name);
    if (!Sha256.isDigest(digest)) {
      throw broken(
          "'" + name + "' must be a SHA-256 in lower-case hex, got " + brief(parent.get(name)));
    }
    return digest;
  }

  private String text(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    if (!node.isTextual()) {
      throw broken("'" + name + "' must be text, got " + brief(node));
    }
    return node.textValue();
  }

  private JsonNode array(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    if (!node.isArray()) {
      throw broken("'" + name + "' must be an array, got " + brief(node));
    }
    return node;
  }

  private JsonNode object(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    if (!node.isObject()) {
      throw broken("'" + name + "' must be an object, got " + brief(node));
    }
    return node;
  }

  private static String brief(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private UserException broken(String fault) {
    String plain = fault.replaceAll("\\p{Cntrl}+", " ").strip();
    return new UserException(ExitCode.INTEGRITY, where + ": " + plain);
  }
}

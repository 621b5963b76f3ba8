package org.sitewatch.report.review;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewatch.report.json.CanonicalJson;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/**
 * The verdicts of one import: {@code reviews/000001_2024-09-20_0123456789ab.json}, which is its
 * number, the newest day in it and the start of its own SHA-256. It is written once.
 *
 * @param sequence from 1, in the order of the imports
 * @param source name of the file they came in
 * @param sha256 of its bytes
 */
public record ReviewFile(
    String name, int sequence, String source, String sha256, List<Review> reviews) {
  private static final int SCHEMA = 1;
  private static final int HASH_LETTERS = 12;
  private static final int AREA_DECIMALS = 1;
  private static final Pattern NAME =
      Pattern.compile("(\\d{6})_\\d{4}-\\d{2}-\\d{2}_([0-9a-f]{12})\\.json");

  public ReviewFile {
    reviews = List.copyOf(reviews);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Canonical JSON. */
  static byte[] bytes(String source, List<Review> reviews) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = CanonicalJson.writer(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("reviews");
      for (Review review : reviews) {
        write(json, review);
      }
      json.writeEndArray();
      json.writeNumberField("schema", SCHEMA);
      json.writeStringField("source", CanonicalJson.text(source));
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, Review review) throws IOException {
    json.writeStartObject();
    json.writeFieldName("area_m2");
    json.writeRawValue(FixedDecimals.of(review.sighting().area_m2(), AREA_DECIMALS));
    json.writeStringField("first_seen", review.sighting().firstSeen().toString());
    json.writeStringField("id", CanonicalJson.text(review.id()));
    json.writeStringField("note", CanonicalJson.text(review.note()));
    json.writeStringField("run", CanonicalJson.text(review.sighting().runId()));
    json.writeStringField("site_id", CanonicalJson.text(review.sighting().siteId()));
    json.writeStringField("verdict", review.verdict().label());
    json.writeStringField("verified_by", CanonicalJson.text(review.verifiedBy()));
    json.writeStringField("verified_on", review.verifiedOn().toString());
    json.writeEndObject();
  }

  /**
   * @param reviews at least one
   */
  static String name(int sequence, List<Review> reviews, byte[] bytes) {
    LocalDate newest =
        reviews.stream().map(Review::verifiedOn).max(Comparator.naturalOrder()).orElseThrow();
    return "%06d_%s_%s.json"
        .formatted(sequence, newest, Sha256.of(bytes).substring(0, HASH_LETTERS));
  }

  /**
   * @throws UserException with {@link ExitCode#INTEGRITY} if it is not as it was written
   */
  static ReviewFile read(String name, byte[] bytes) {
    Matcher parts = NAME.matcher(name);
    String sha256 = Sha256.of(bytes);
    if (!parts.matches() || !sha256.startsWith(parts.group(2))) {
      throw broken(name, "its bytes are not those its name tells; it was edited or damaged");
    }
    try {
      JsonNode root = CanonicalJson.read(bytes);
      int schema = root.path("schema").asInt();
      if (schema != SCHEMA) {
        throw broken(name, "schema " + schema + " is not " + SCHEMA + ", all this program reads");
      }
      var reviews = new ArrayList<Review>();
      for (JsonNode review : root.path("reviews")) {
        reviews.add(review(review, name));
      }
      String source = root.path("source").asText();
      return new ReviewFile(name, Integer.parseInt(parts.group(1)), source, sha256, reviews);
    } catch (IOException | DateTimeException | IllegalArgumentException wrong) {
      throw broken(name, wrong.getMessage());
    }
  }

  private static Review review(JsonNode node, String name) {
    String word = node.path("verdict").asText();
    return new Review(
        node.path("id").asText(),
        Verdict.find(word)
            .orElseThrow(
                () ->
                    broken(
                        name,
                        "unknown verdict '"
                            + word.substring(0, Math.min(40, word.length()))
                            + "'")),
        node.path("verified_by").asText(),
        LocalDate.parse(node.path("verified_on").asText()),
        node.path("note").asText(),
        new Sighting(
            node.path("run").asText(),
            node.path("site_id").asText(),
            LocalDate.parse(node.path("first_seen").asText()),
            node.path("area_m2").asDouble(Double.NaN)));
  }

  private static UserException broken(String name, String fault) {
    String plain = fault.replaceAll("\\p{Cntrl}+", " ").strip();
    return new UserException(
        ExitCode.INTEGRITY, ReviewShelf.FOLDER + "/" + name + ": " + plain + "; restore it");
  }
}

package org.sitewatch.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;

/** JSON with an indent of two spaces and line feeds, and a reader that trusts nothing. */
public final class CanonicalJson {
  private static final long LARGEST_DOCUMENT_BYTES = 1L << 30;
  private static final int DEEPEST = 16;
  private static final int LONGEST_TEXT = 1 << 20;

  private static final ObjectMapper READER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(LARGEST_DOCUMENT_BYTES)
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNameLength(LONGEST_TEXT)
                          .maxNumberLength(40)
                          .build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private CanonicalJson() {}

  /** A writer of UTF-8; the caller puts fields in the order of their names and closes it. */
  public static JsonGenerator writer(OutputStream out) throws IOException {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.setPrettyPrinter(printer);
    json.setCodec(READER);
    return json;
  }

  /** Text that UTF-8 can carry. */
  public static String text(String text) {
    return JsonText.writable(text);
  }

  /**
   * @throws com.fasterxml.jackson.core.JsonProcessingException for what is no JSON, repeats a name,
   *     goes on after its end, or is deeper or longer than anything written here
   */
  public static JsonNode read(byte[] bytes) throws IOException {
    return READER.readTree(bytes);
  }
}

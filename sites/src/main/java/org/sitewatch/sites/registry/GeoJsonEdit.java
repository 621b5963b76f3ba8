package org.sitewatch.sites.registry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Replaces geometries in the bytes of a GeoJSON. */
final class GeoJsonEdit {
  /** Numbers are written again with the digits they had. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final byte[] bytes;
  private final RegistryRepair.Edits edits;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int copied;

  private GeoJsonEdit(byte[] bytes, RegistryRepair.Edits edits) {
    this.bytes = bytes;
    this.edits = edits;
  }

  static byte[] repaired(byte[] bytes, RegistryRepair.Edits edits) throws IOException {
    var edit = new GeoJsonEdit(bytes, edits);
    int mark = edit.markLength();
    byte[] text = Arrays.copyOfRange(bytes, mark, bytes.length); // offsets count from its begin
    try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
      parser.nextToken();
      edit.collection(parser, mark);
    }
    edit.out.write(bytes, edit.copied, bytes.length - edit.copied);
    return edit.out.toByteArray();
  }

  private int markLength() {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != BYTE_ORDER_MARK[i]) {
        return 0;
      }
    }
    return BYTE_ORDER_MARK.length;
  }

  private void collection(JsonParser parser, int mark) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isFeatures = parser.currentName().equals("features");
      if (parser.nextToken() == JsonToken.START_ARRAY && isFeatures) {
        for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
          feature(parser, number, mark);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void feature(JsonParser parser, int number, int mark) throws IOException {
    long start = -1;
    long end = -1;
    JsonNode geometry = null;
    JsonNode properties = MissingNode.getInstance();
    JsonNode id = MissingNode.getInstance();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("geometry")) {
        start = mark + parser.currentTokenLocation().getByteOffset();
        geometry = MAPPER.readTree(parser);
        end = mark + parser.currentLocation().getByteOffset();
      } else if (name.equals("properties")) {
        properties = MAPPER.readTree(parser);
      } else if (name.equals("id")) {
        id = MAPPER.readTree(parser);
      } else {
        parser.skipChildren();
      }
    }
    Proposal proposal = edits.of(number, siteId(properties, id));
    if (proposal.isNone() || geometry == null) {
      return;
    }
    if (start < copied || end <= start) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID, "feature " + number + " has no place in UTF-8; save it so");
    }
    if (proposal.isSwap()) {
      swap(geometry);
    }
    String text =
        proposal.isSwap()
            ? MAPPER.writeValueAsString(geometry)
            : CanonicalGeoJson.geometry(proposal.outline());
    out.write(bytes, copied, (int) start - copied);
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    copied = (int) end;
  }

  private static String siteId(JsonNode properties, JsonNode id) {
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (property.getKey().equalsIgnoreCase(RawFeature.ID)) {
        return property.getValue().asText().strip();
      }
    }
    return id.asText().strip();
  }

  private static void swap(JsonNode node) {
    if (node instanceof ArrayNode array && array.path(0).isNumber() && array.size() > 1) {
      JsonNode first = array.get(0);
      array.set(0, array.get(1));
      array.set(1, first);
    } else {
      node.forEach(GeoJsonEdit::swap);
    }
  }
}

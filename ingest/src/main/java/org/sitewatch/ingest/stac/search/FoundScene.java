package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.sitewatch.ingest.SameAcquisition.Taken;

/** An item that was found and fits; kept packed, since there may be many. */
public final class FoundScene implements Comparable<FoundScene> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Taken taken;
  private final byte[] packed;

  FoundScene(Taken taken, JsonNode item) {
    this.taken = taken;
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      MAPPER.writeValue(out, item);
    } catch (IOException impossible) {
      throw new IllegalStateException("packing an item failed", impossible);
    }
    packed = bytes.toByteArray();
  }

  public String id() {
    return taken.id();
  }

  /** What is known of the acquisition. */
  public Taken taken() {
    return taken;
  }

  /** The STAC item, its hrefs absolute. */
  public JsonNode item() {
    try (var in = new InflaterInputStream(new java.io.ByteArrayInputStream(packed))) {
      return MAPPER.readTree(in);
    } catch (IOException impossible) {
      throw new IllegalStateException("unpacking an item failed", impossible);
    }
  }

  @Override
  public int compareTo(FoundScene other) {
    int byTime = taken.datetime().compareTo(other.taken.datetime());
    return byTime != 0 ? byTime : id().compareTo(other.id());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoundScene scene && compareTo(scene) == 0;
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }
}

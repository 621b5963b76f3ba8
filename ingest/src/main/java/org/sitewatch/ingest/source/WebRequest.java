package org.sitewatch.ingest.source;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;

/**
 * @param range of bytes, such as {@code bytes=0-99}
 * @param json to be posted; none for a GET
 * @param headers further ones that a server asked for
 * @param mostBytes that are taken of an answer
 * @param expectedBytes of an answer; what it may take of time hangs on them
 */
record WebRequest(
    URI address,
    Optional<String> range,
    Optional<Bytes> json,
    Map<String, String> headers,
    int mostBytes,
    int expectedBytes) {
  private static final String AGENT = "sitewatch";

  /** Of a document nobody knows before how long it is. */
  private static final int DOCUMENT_BYTES = 2 << 20;

  /** A body that is sent. */
  static final class Bytes {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  static WebRequest get(URI address, Map<String, String> headers, int mostBytes) {
    return new WebRequest(
        address, Optional.empty(), Optional.empty(), headers, mostBytes, DOCUMENT_BYTES);
  }

  static WebRequest range(URI address, long first, int count, int mostBytes) {
    String range = "bytes=" + first + "-" + (first + count - 1);
    return new WebRequest(
        address, Optional.of(range), Optional.empty(), Map.of(), mostBytes, count);
  }

  static WebRequest post(URI address, byte[] json, Map<String, String> headers, int mostBytes) {
    return new WebRequest(
        address,
        Optional.empty(),
        Optional.of(new Bytes(json)),
        headers,
        mostBytes,
        DOCUMENT_BYTES);
  }

  /** The same elsewhere; what one server asked for is not told to another. */
  WebRequest at(URI other) {
    boolean sameServer =
        other.getScheme().equalsIgnoreCase(address.getScheme())
            && other.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
    var kept = sameServer ? headers : Map.<String, String>of();
    return new WebRequest(other, range, json, kept, mostBytes, expectedBytes);
  }

  /** Without query and headers, which may be keys. */
  @Override
  public String toString() {
    return "WebRequest " + new WebAddress(address);
  }

  /** Whether an answer of this status has what was asked for. */
  boolean isAnsweredBy(int status) {
    return status == 200 || range.isPresent() && (status == 206 || status == 416);
  }

  HttpRequest toHttp() {
    var builder =
        HttpRequest.newBuilder(address)
            .version(
                address.getScheme().equalsIgnoreCase("https")
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .setHeader("User-Agent", AGENT)
            .setHeader("Accept-Encoding", "identity");
    headers.forEach(builder::setHeader);
    range.ifPresent(bytes -> builder.setHeader("Range", bytes));
    json.ifPresent(
        body ->
            builder
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body.bytes)));
    return builder.build();
  }
}

package org.sitewatch.ingest.source;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewatch.ingest.tiff.Fetched;

/**
 * A file behind HTTP, read by ranges. What its first answer says of it – length, ETag, date – is
 * demanded of all later ones. For any number of threads.
 */
final class RemoteFile {
  /** Of a server that ignores ranges, files up to this size are read whole. */
  static final int MOST_WHOLE_BYTES = 8 << 20;

  private static final Pattern CONTENT_RANGE =
      Pattern.compile("(?i)bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  private final WebClient client;
  private final AddressInForce where;
  private final URI address;
  private final byte[] head;
  private final long length;
  private final Optional<String> etag;
  private final Optional<String> modified;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private volatile URI leadsTo;

  /**
   * Asks for the first bytes.
   *
   * @throws WebException also if the file is empty or the server cannot serve ranges of it
   * @throws IOException if the file has no address
   */
  RemoteFile(WebClient client, AddressInForce where, int headBytes) throws IOException {
    this.client = client;
    this.where = where;
    this.address = where.now().uri();
    WebAnswer answer = ask(address, 0, headBytes);
    leadsTo = answer.address().uri();
    etag = etagOf(answer);
    modified = answer.header("Last-Modified");
    head = answer.body();
    if (answer.status() == 200) {
      length = head.length;
    } else {
      length = answer.status() == 206 ? rangeOf(answer, 0, headBytes).length : 0;
    }
    if (length == 0) {
      throw wrong("is empty, or its server serves no ranges of it");
    }
  }

  /** By what it was first asked for. */
  URI address() {
    return address;
  }

  long length() {
    return length;
  }

  /** The first bytes; all of a small file whose server ignores ranges. Not a copy. */
  byte[] head() {
    return head;
  }

  /** All that was asked for so far. */
  Fetched fetched() {
    return new Fetched(requests.get(), bytes.get());
  }

  /** Exactly these bytes. */
  byte[] read(long position, int count) throws WebException {
    WebAnswer answer = askWhereItIs(position, count);
    if (answer.status() != 206) {
      throw answer.status() == 416
          ? changed("the bytes from " + position + " on are not there any more")
          : wrong("answered the range from " + position + " on with all of the file");
    }
    if (rangeOf(answer, position, count).length != length) {
      throw changed("its length is another");
    }
    if (differs(etag, etagOf(answer))
        || etag.isEmpty() && differs(modified, answer.header("Last-Modified"))) {
      throw changed("its " + (etag.isPresent() ? "ETag" : "date") + " is another");
    }
    return answer.body();
  }

  /**
   * Where a redirect led may be gone, and a signature may have run out: then from the beginning.
   */
  private WebAnswer askWhereItIs(long position, int count) throws WebException {
    URI before = leadsTo;
    try {
      return ask(before, position, count);
    } catch (WebException gone) {
      boolean mayHaveMoved = gone.fault() == WebFault.DENIED || gone.fault() == WebFault.MISSING;
      URI now = mayHaveMoved ? addressNow(gone) : before;
      if (now.equals(before)) {
        throw gone;
      }
      WebAnswer answer = ask(now, position, count);
      leadsTo = answer.address().uri();
      return answer;
    }
  }

  private URI addressNow(WebException gone) throws WebException {
    try {
      return where.now().uri();
    } catch (IOException nobodySigns) {
      gone.addSuppressed(nobodySigns);
      throw gone;
    }
  }

  private WebAnswer ask(URI target, long position, int count) throws WebException {
    try {
      int most = position == 0 ? Math.max(count, MOST_WHOLE_BYTES) : count;
      WebAnswer answer = client.ask(WebRequest.range(target, position, count, most));
      requests.incrementAndGet();
      bytes.addAndGet(answer.body().length);
      return answer;
    } catch (WebException refused) {
      if (refused.fault() == WebFault.TOO_LONG) {
        throw wrong("its server answers a range with more than that; ranges are needed");
      }
      throw refused;
    }
  }

  private record Range(long first, long last, long length) {}

  private Range rangeOf(WebAnswer answer, long position, int count) throws WebException {
    String told = answer.header("Content-Range").orElse("none");
    Matcher matcher = CONTENT_RANGE.matcher(told.strip());
    if (!matcher.matches() || matcher.group(3).equals("*")) {
      throw wrong("answered a range with Content-Range '" + told + "'");
    }
    var range =
        new Range(
            Long.parseLong(matcher.group(1)),
            Long.parseLong(matcher.group(2)),
            Long.parseLong(matcher.group(3)));
    long last = Math.min(position + count, range.length) - 1;
    if (range.first != position
        || range.last != last
        || answer.body().length != last - position + 1) {
      throw wrong(
          "answered bytes %d-%d with Content-Range '%s' and %d bytes"
              .formatted(position, last, told, answer.body().length));
    }
    return range;
  }

  /** A tag is weak for some servers once they pack an answer; the file is the same. */
  private static Optional<String> etagOf(WebAnswer answer) {
    return answer.header("ETag").map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag);
  }

  private static boolean differs(Optional<String> before, Optional<String> now) {
    return before.isPresent() && now.isPresent() && !before.equals(now);
  }

  WebException interrupted(InterruptedException stopped) {
    return WebClient.interrupted(address, stopped);
  }

  private WebException changed(String how) {
    return new WebException(WebFault.CHANGED, address, "changed while it was read: " + how);
  }

  private WebException wrong(String how) {
    return new WebException(WebFault.WRONG, address, how);
  }
}

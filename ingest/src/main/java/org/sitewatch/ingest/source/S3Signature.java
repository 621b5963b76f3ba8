package org.sitewatch.ingest.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sitewatch.sites.Sha256;

/**
 * Signs the address of a GET for S3 in its query (AWS Signature Version 4, "Authenticating
 * requests: using query parameters" of the Amazon S3 API reference), so that any range of the
 * object can be read by it for an hour.
 */
final class S3Signature {
  static final int VALID_SECONDS = 3600;

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private S3Signature() {}

  /**
   * @param plain an address whose path is encoded as {@link S3Store#encoded} does, without a query
   * @param requesterPays agree to pay for the transfer
   */
  static WebAddress sign(
      WebAddress plain, AwsKey key, String region, boolean requesterPays, Instant now) {
    return sign(plain, key, region, requesterPays, now, VALID_SECONDS);
  }

  static WebAddress sign(
      WebAddress plain,
      AwsKey key,
      String region,
      boolean requesterPays,
      Instant now,
      int validSeconds) {
    String stamp = STAMP.format(now);
    String day = stamp.substring(0, 8);
    String scope = day + "/" + region + "/s3/aws4_request";
    var query = new TreeMap<String, String>();
    query.put("X-Amz-Algorithm", ALGORITHM);
    query.put("X-Amz-Credential", key.id() + "/" + scope);
    query.put("X-Amz-Date", stamp);
    query.put("X-Amz-Expires", Integer.toString(validSeconds));
    query.put("X-Amz-SignedHeaders", "host");
    if (!key.token().isEmpty()) {
      query.put("X-Amz-Security-Token", key.token());
    }
    if (requesterPays) {
      query.put("x-amz-request-payer", "requester");
    }
    var words = new StringJoiner("&");
    query.forEach((name, value) -> words.add(name + "=" + encoded(value)));
    URI uri = plain.uri();
    String request =
        String.join(
            "\n",
            "GET",
            uri.getRawPath(),
            words.toString(),
            "host:" + host(uri),
            "",
            "host",
            "UNSIGNED-PAYLOAD");
    String toSign =
        String.join(
            "\n", ALGORITHM, stamp, scope, Sha256.of(request.getBytes(StandardCharsets.UTF_8)));
    byte[] secret = hmac(("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8), day);
    byte[] signing = hmac(hmac(hmac(secret, region), "s3"), "aws4_request");
    String signature = HexFormat.of().formatHex(hmac(signing, toSign));
    return WebAddress.of(uri + "?" + words + "&X-Amz-Signature=" + signature);
  }

  /** As the HTTP client will send it. */
  private static String host(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  private static String encoded(String value) {
    return S3Store.encoded(value).replace("/", "%2F");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every JVM has HmacSHA256", impossible);
    }
  }
}

package org.sitewatch.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class S3StoreTest {
  private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
  private static final Map<String, String> KEYS =
      Map.of(
          "AWS_ACCESS_KEY_ID",
          "AKIAIOSFODNN7EXAMPLE",
          "AWS_SECRET_ACCESS_KEY",
          "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

  @TempDir private Path home;

  /** The example of the Amazon S3 API reference, "Authenticating requests: query parameters". */
  @Test
  void theSignatureIsThatOfAmazonsExample() {
    WebAddress signed =
        S3Signature.sign(
            WebAddress.of("https://examplebucket.s3.amazonaws.com/test.txt"),
            new AwsKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", ""),
            "us-east-1",
            false,
            NOW,
            86400);
    assertEquals(
        "X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
        signed.uri().getRawQuery());
    assertEquals("https://examplebucket.s3.amazonaws.com/test.txt", signed.toString());
  }

  /** S3SigV4QueryAuth of botocore 1.29.27, at the same time with the same keys. */
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9000/bucket/my%20scenes/%C3%BC%2Bx%3D1.tif, '', false,"
        + " 709a0a16bcf07cf4d2e2e9a487c598ae7afbc03ee8717f62df6948a157a7c6d3",
    "https://usgs-landsat.s3.eu-west-1.amazonaws.com/a/b.TIF, tok/en+1==, true,"
        + " 8b6ec065cb11fea58080f56cca6fe3bd963e1aaafb4aadcb920e5b9d345580ce"
  })
  void theSignatureIsThatOfBotocore(String plain, String token, boolean pays, String signature) {
    WebAddress signed =
        S3Signature.sign(
            WebAddress.of(plain),
            new AwsKey("AKIDEXAMPLE", "secret/+key", token),
            "eu-west-1",
            pays,
            Instant.parse("2026-11-22T20:00:00Z"));
    assertEquals(signature, signed.uri().getRawQuery().split("X-Amz-Signature=")[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', s3://bucket/a/b c.tif, https://bucket.s3.us-east-1.amazonaws.com/a/b%20c.tif",
    "af-south-1, '', s3://bucket/k+1, https://bucket.s3.af-south-1.amazonaws.com/k%2B1",
    "af-south-1, '', s3://my.bucket/k, https://s3.af-south-1.amazonaws.com/my.bucket/k",
    "'', http://127.0.0.1:9000/, s3://bucket/k, http://127.0.0.1:9000/bucket/k"
  })
  void anOpenStoreIsReadWithoutKeys(String region, String endpoint, String href, String address)
      throws IOException {
    var words =
        Map.of("AWS_NO_SIGN_REQUEST", "YES", "AWS_REGION", region, "AWS_ENDPOINT_URL", endpoint);
    assertEquals(
        address, S3Store.of(words, home).address(S3Address.of(href), NOW).uri().toString());
  }

  @Test
  void keysAndRegionComeFromTheFilesOfAProfile() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/credentials"),
        "[default]\naws_access_key_id = A\naws_secret_access_key = B\n"
            + "[other]\naws_access_key_id=C\naws_secret_access_key=D\naws_session_token=E\n");
    Files.writeString(
        home.resolve(".aws/config"),
        "[default]\nregion = eu-west-3\n[profile other]\nregion = eu-west-1\n");
    String first = signed(Map.of());
    assertTrue(first.contains("Credential=A%2F20130524%2Feu-west-3%2F"), first);
    String other = signed(Map.of("AWS_PROFILE", "other", "AWS_REQUEST_PAYER", "requester"));
    assertTrue(other.contains("Credential=C%2F20130524%2Feu-west-1%2F"), other);
    assertTrue(other.contains("X-Amz-Security-Token=E&"), other);
    assertTrue(other.contains("x-amz-request-payer=requester"), other);
    assertTrue(signed(KEYS).contains("AKIAIOSFODNN7EXAMPLE"), "the environment comes first");
  }

  private String signed(Map<String, String> environment) throws IOException {
    return S3Store.of(environment, home)
        .address(S3Address.of("s3://bucket/key"), NOW)
        .uri()
        .getRawQuery();
  }

  @Test
  void withoutKeysItIsSaidWhatToSet() {
    var refused = assertThrows(IOException.class, () -> signed(Map.of()));
    assertTrue(refused.getMessage().contains("AWS_NO_SIGN_REQUEST"), refused.getMessage());
  }

  @Test
  void anEndpointWithoutASchemeIsRefusedInASentence() {
    var environment = Map.of("AWS_NO_SIGN_REQUEST", "YES", "AWS_ENDPOINT_URL", "localhost:9000");
    var refused = assertThrows(IOException.class, () -> signed(environment));
    assertTrue(refused.getMessage().contains("set AWS_ENDPOINT_URL like"), refused.getMessage());
  }

  @Test
  void nothingThatIsShownHoldsTheKey() throws IOException {
    var key = new AwsKey("id", "hidden", "hidden");
    WebAddress address = S3Store.of(KEYS, home).address(S3Address.of("s3://bucket/key"), NOW);
    assertFalse((key + " " + address).contains("hidden"));
    assertFalse(address.toString().contains("X-Amz"));
  }

  @ParameterizedTest
  @CsvSource({
    "s3://b1/a/items.json, ./x.tif, s3://b1/a/x.tif",
    "s3://b1/a/items.json, ../c/x.tif, s3://b1/c/x.tif",
    "s3://b1/a/items.json, /x.tif, s3://b1/x.tif",
    "s3://b1/a/items.json, s3://b2/x.tif, s3://b2/x.tif",
    "s3://b1/a/items.json, https://h/x.tif, https://h/x.tif"
  })
  void hrefsResolveInTheBucket(String document, String href, String expected) {
    assertEquals(expected, Location.of(document).parent().resolve(href).toString());
  }

  @ParameterizedTest
  @CsvSource({"s3://, x", "s3://a b/k, x", "s3://b1/k, ../../x"})
  void whatIsNoObjectIsRefused(String document, String href) {
    assertThrows(
        IllegalArgumentException.class, () -> Location.of(document).parent().resolve(href));
  }
}

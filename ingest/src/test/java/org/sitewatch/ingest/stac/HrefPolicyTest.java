package org.sitewatch.ingest.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.sites.UserException;

class HrefPolicyTest {
  private final HrefPolicy policy = new HrefPolicy(List.of(Path.of("/allowed")));

  @ParameterizedTest
  @CsvSource({
    "/c/items.json, a.tif, /c/a.tif",
    "/c/items.json, /allowed/a.tif, /allowed/a.tif",
    "/c/items.json, http://example.org/a.tif, http://example.org/a.tif",
    "http://example.org/c/items.json, ../a.tif, http://example.org/a.tif",
    "http://example.org/c/items.json, https://other.org/a.tif, https://other.org/a.tif"
  })
  void leadsThere(String document, String href, String target) {
    Location folder = Location.of(document).parent();
    assertEquals(target, policy.resolve(folder, href, "scene 'a'").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "/c/items.json, ../a.tif, leads out of the document's folder",
    "/c/items.json, file:///etc/passwd, leads out of the document's folder",
    "/c/items.json, ftp://example.org/a.tif?key=secret, scheme 'ftp' is not read",
    "http://example.org/items.json, file:///etc/passwd, leads from the web to a file",
    "http://example.org/items.json, file:///allowed/a.tif, leads from the web to a file",
    "https://example.org/items.json, http://example.org/a?key=secret, leads from https to http",
    "https://example.org/items.json, data:secret, scheme 'data' is not read"
  })
  void doesNotLeadThere(String document, String href, String why) {
    Location folder = Location.of(document).parent();
    var refusal =
        assertThrows(UserException.class, () -> policy.resolve(folder, href, "scene 'a'"));
    assertTrue(refusal.getMessage().startsWith("scene 'a': href '"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    if (href.contains("://")) {
      assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
    }
  }
}

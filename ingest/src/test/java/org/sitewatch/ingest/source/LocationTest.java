package org.sitewatch.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
  private static final Path ROOT = Path.of("/data/orkhon");

  @ParameterizedTest
  @CsvSource({
    "/data/orkhon/scenes/a.tif, scenes/a.tif",
    "/data/orkhon/../other/a.tif, /data/other/a.tif",
    "file:///data/b.tif, /data/b.tif",
    "https://example.org/a.tif?sig=1%2F2&x=y, https://example.org/a.tif?sig=1%2F2&x=y",
    "HTTP://example.org/a b.tif#part, HTTP://example.org/a%20b.tif"
  })
  void whatARecordKeepsLeadsToTheSamePlace(String word, String href) {
    Location location = Location.of(word);
    assertEquals(href, location.href(ROOT));
    assertEquals(location, Location.ofHref(ROOT, href));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/c/items.json?key=1, a/b.tif, https://example.org/c/a/b.tif",
    "https://example.org/c/items.json, ./a.tif?key=2, https://example.org/c/a.tif?key=2",
    "https://example.org/c/items.json, ../a.tif, https://example.org/a.tif",
    "https://example.org/c/items.json, /a.tif, https://example.org/a.tif",
    "https://example.org/c/items.json, //other.org/a.tif, https://other.org/a.tif",
    "https://example.org/c/items.json, http://other.org/a.tif, http://other.org/a.tif",
    "https://example.org, a.tif, https://example.org/a.tif",
    "https://example.org/c/items.json, file:///a.tif, /a.tif",
    "/c/items.json, a/b.tif, /c/a/b.tif",
    "/c/items.json, https://example.org/a.tif, https://example.org/a.tif",
    "/c/items.json, a?b.tif, /c/a?b.tif"
  })
  void anHrefStartsFromTheFolderOfItsDocument(String document, String href, String target) {
    assertEquals(target, Location.of(document).parent().resolve(href).href(ROOT));
  }

  @Test
  void whatIsNoAddressIsRefusedWithoutItsKey() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Location.of("https://example.org/a.tif?sig=secret%zz"));
    for (Throwable told = refused; told != null; told = told.getCause()) {
      assertFalse(told.toString().contains("secret"), told.toString());
    }
  }

  @Test
  void keysAreNotShown() {
    Location location = Location.of("https://example.org/a.tif?sig=secret#secret");
    assertEquals("https://example.org/a.tif", location.toString());
    assertEquals("a.tif", location.name());
    assertEquals(
        "https://example.org/a", Location.withoutKey("https://u:secret@example.org/a?secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/secret",
        "https://u:secret@example.org/a.tif",
        "https:///a.tif?secret",
        "https://exa mple.org/a.tif?secret",
        "https://example.org:port/?secret"
      })
  void otherAddressesAreRefusedWithoutShowingThem(String word) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Location.of(word));
    assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
  }
}

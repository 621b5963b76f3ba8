package org.sitewatch.ingest.stac.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.ingest.Sensor;
import org.sitewatch.sites.UserException;

final class ProfileShelfTest {

  @Test
  void whatIsShippedIsWholeAndNamesItsSource() {
    var names = new HashSet<String>();
    for (CatalogProfile profile : ProfileShelf.shipped()) {
      assertTrue(names.add(profile.name()), profile.name());
      assertTrue(profile.api().startsWith("https://"), profile.name());
      assertTrue(profile.notes().source().startsWith("https://"), profile.name());
      assertFalse(profile.notes().terms().isBlank() || profile.notes().access().isBlank());
      if (!profile.sensor().isEmpty()) {
        assertEquals(profile.sensor(), Sensor.ofId(profile.sensor()).id());
      }
      profile.signing().ifPresent(signing -> assertFalse(signing.hosts().isEmpty()));
    }
    assertTrue(names.size() >= 8);
  }

  @Test
  void aProfileThatIsNoTextIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.json");
    Files.write(file, new byte[] {0, 0, -2, -1, 0, -1, -1, -1});
    var refusal = assertThrows(UserException.class, () -> ProfileShelf.choose(file.toString()));
    assertTrue(refusal.getMessage().contains("mine.json: not valid JSON"), refusal.getMessage());
  }

  @Test
  void anItemIsUnderstoodWithoutItsProfile() throws IOException {
    var item =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    "{\"properties\":{},\"assets\":{\"B02\":{\"href\":\"b\"},\"SCL\":{\"href\":\"s\"},"
                        + "\"preview\":{\"href\":\"p\"},"
                        + "\"B03\":{\"href\":\"g\",\"bands\":[{\"name\":\"B03\",\"raster:scale\":2}]}}}");
    ProfileShelf.choose("planetary-computer-s2").prepare(item);
    assertEquals(
        "{\"properties\":{\"sitewatch:sensor\":\"sentinel-2-l2a\"},\"assets\":{"
            + "\"B02\":{\"href\":\"b\",\"eo:bands\":[{\"common_name\":\"blue\",\"name\":\"blue\"}]},"
            + "\"SCL\":{\"href\":\"s\"},\"B03\":{\"href\":\"g\",\"bands\":[{\"name\":\"B03\","
            + "\"raster:scale\":2,\"eo:common_name\":\"green\"}]}}}",
        item.toString());
  }

  @Test
  void aWrongNameIsAnsweredWithTheNearest() {
    refuses("earth-serch-s2", "did you mean 'earth-search-s2'");
  }

  @Test
  void aFileOfOnesOwnIsRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.json");
    Files.writeString(
        file,
        "{\"name\":\"mine\",\"api\":\"http://x/y\",\"collections\":\"c\",\"assets\":{\"all\":[\"red\",\"nir\"]}}");
    CatalogProfile mine = ProfileShelf.choose(file.toString());
    assertEquals("[red, nir]", mine.assets().bands().get("all").toString());
    Files.writeString(file, "{\"name\":\"mine\",\"apis\":1}");
    refuses(file.toString(), "unknown word 'apis'");
    Files.writeString(file, "{\"name\":\"mine\"");
    refuses(file.toString(), "not valid JSON");
    Files.writeString(
        file,
        "{\"name\":\"%s\",\"api\":\"http://x/y\",\"collections\":\"c\",\"assets\":{\"all\":[\"red\"]}}"
            .formatted("mine".repeat(9_000)));
    refuses(file.toString(), "got '" + "mine".repeat(50) + "…'");
  }

  private static void refuses(String word, String words) {
    var refused = assertThrows(UserException.class, () -> ProfileShelf.choose(word));
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
  }
}

package org.sitewatch.sites.registry.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

class ZipContentTest {
  @TempDir private Path folder;

  private Path zip(String... names) throws IOException {
    Path file = folder.resolve("a.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes());
      }
    }
    return file;
  }

  private static void refuses(Path file, String words) {
    var refusal = assertThrows(UserException.class, () -> ZipContent.read(file, path -> true));
    assertEquals(ExitCode.REGISTRY_INVALID, refusal.exitCode());
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }

  @Test
  void wantedFilesAreReadAndJunkIsNot() throws IOException {
    Path file = zip("a/b.SHP", "c.txt", "__MACOSX/a/._b.shp");
    assertEquals(Set.of("a/b.SHP"), ZipContent.read(file, path -> path.endsWith(".shp")).keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.shp",
        "a/../../x.shp",
        "/etc/x.shp",
        "C:\\x.shp",
        "a\\..\\x.shp",
        "..",
        "a\nb"
      })
  void pathsThatLeadOutAreRefused(String name) throws IOException {
    refuses(zip("good.shp", name), "leads out of it");
  }

  @Test
  void anArchiveThatUnpacksWithoutEndIsRefused() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("a.shp"));
      var zeros = new byte[1 << 20];
      for (int megabyte = 0; megabyte < 129; megabyte++) {
        out.write(zeros);
      }
    }
    assertTrue(Files.size(file) < 1 << 20);
    refuses(file, "unpacks to more than 128 MiB");
  }

  @Test
  void contentThatIsNotThatOfItsChecksumIsRefused() throws IOException {
    Path file = folder.resolve("stored.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setLevel(0);
      out.putNextEntry(new ZipEntry("a.shp"));
      out.write("a coordinate: 102.5".getBytes());
    }
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, Charset.forName("ISO-8859-1"));
    bytes[text.indexOf("102.5") + 1] = '9';
    Files.write(file, bytes);
    refuses(file, "the checksum of a.shp is another");
  }

  @Test
  void namesOfAnOldWindowsDoNotStopIt() throws IOException {
    Path file = folder.resolve("old.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(file), Charset.forName("IBM866"))) {
      out.putNextEntry(new ZipEntry("Курган.shp"));
      out.write(1);
    }
    assertEquals(Set.of("Курган.shp"), ZipContent.read(file, path -> true).keySet());
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    var names = new String[10_001];
    for (int i = 0; i < names.length; i++) {
      names[i] = "f" + i;
    }
    refuses(zip(names), "more than 10000 files");
  }
}

package org.sitewatch.cli.bill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar of the distribution.
 *
 * @param sha256 of the file, hex
 * @param within libraries packed into it that say so, each in a {@code pom.properties} of its own;
 *     one that was packed without its own is not seen
 */
record ShippedJar(Component component, String sha256, List<Component> within) {
  private static final Pattern DESCRIPTOR =
      Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

  static ShippedJar of(Component component, Path file) throws IOException {
    return new ShippedJar(component, sha256(file), within(component, file));
  }

  private static List<Component> within(Component component, Path file) throws IOException {
    SortedSet<Component> found = new TreeSet<>();
    try (var jar = new ZipFile(file.toFile())) {
      jar.stream()
          .filter(entry -> DESCRIPTOR.matcher(entry.getName()).matches())
          .map(entry -> described(jar, entry))
          .filter(other -> !other.key().equals(component.key()))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private static Component described(ZipFile jar, ZipEntry entry) {
    var properties = new Properties();
    try (InputStream in = jar.getInputStream(entry)) {
      properties.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Component(
        properties.getProperty("groupId", "").strip(),
        properties.getProperty("artifactId", "").strip(),
        properties.getProperty("version", "").strip(),
        "");
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package org.sitewatch.sites.registry.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * The files of an archive, in memory: nothing is written to disk. Names that lead out of the
 * archive, doubled names, content that grows beyond its limits or differs from its CRC are refused.
 */
public final class ZipContent {
  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_ENTRY_BYTES = BoundedFile.MAX_BYTES;
  private static final long MAX_TOTAL_BYTES = 2L * MAX_ENTRY_BYTES;
  private static final int STEP_BYTES = 1 << 16;

  /** Names from a Cyrillic Windows, where an archive does not say UTF-8. */
  private static final Charset OLD_NAMES =
      Charset.isSupported("IBM866") ? Charset.forName("IBM866") : StandardCharsets.ISO_8859_1;

  private final String name;
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private long total_bytes;

  private ZipContent(String name) {
    this.name = name;
  }

  /**
   * Content by path within the archive.
   *
   * @param wanted tells by its path in lower case which file is read
   * @throws UserException if it is no archive, hostile, or damaged
   */
  public static SortedMap<String, byte[]> read(Path file, Predicate<String> wanted)
      throws IOException {
    var content = new ZipContent(String.valueOf(file.getFileName()));
    try (ZipFile zip = open(file)) {
      content.readAll(zip, wanted);
    } catch (ZipException e) {
      throw content.refusal("is a broken archive: " + e.getMessage(), e);
    } catch (EOFException e) { // a length in its directory leads beyond its end
      throw content.refusal("is a broken archive: it ends too early", e);
    }
    return Collections.unmodifiableSortedMap(content.files);
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      return new ZipFile(file.toFile(), OLD_NAMES);
    }
  }

  private void readAll(ZipFile zip, Predicate<String> wanted) throws IOException {
    if (zip.size() > MAX_ENTRIES) {
      throw refusal("has more than " + MAX_ENTRIES + " files in it", null);
    }
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      String path = checkedPath(entry.getName());
      boolean isJunk = path.startsWith("__MACOSX/") || path.contains("/._");
      if (entry.isDirectory() || isJunk || !wanted.test(path.toLowerCase(Locale.ROOT))) {
        continue;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        if (files.put(path, bytes(entry, in)) != null) {
          throw refusal("has two files called " + path, null);
        }
      } catch (EOFException e) {
        throw refusal("is a broken archive: " + path + " ends too early", e);
      }
    }
  }

  private byte[] bytes(ZipEntry entry, InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var crc = new CRC32();
    var step = new byte[STEP_BYTES];
    for (int got = in.read(step); got >= 0; got = in.read(step)) {
      total_bytes += got;
      if (bytes.size() + got > MAX_ENTRY_BYTES || total_bytes > MAX_TOTAL_BYTES) {
        throw refusal(
            "unpacks to more than "
                + (MAX_ENTRY_BYTES >> 20)
                + " MiB a file or twice that in all; unpack it yourself if you trust it",
            null);
      }
      crc.update(step, 0, got);
      bytes.write(step, 0, got);
    }
    if (crc.getValue() != entry.getCrc()) {
      throw refusal("is damaged: the checksum of " + entry.getName() + " is another", null);
    }
    return bytes.toByteArray();
  }

  /** Slashes one way; nothing that leads out. */
  private String checkedPath(String raw) {
    String path = raw.replace('\\', '/');
    boolean leadsOut = path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?");
    if (leadsOut || path.chars().anyMatch(Character::isISOControl)) {
      throw refusal("holds a file whose path leads out of it; it may be hostile", null);
    }
    return path;
  }

  private UserException refusal(String what, Throwable cause) {
    return new UserException(ExitCode.REGISTRY_INVALID, name + " " + what, cause);
  }
}

package org.sitewatch.detect.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.sitewatch.detect.LookShelf;
import org.sitewatch.detect.series.WindowEvidence;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.WholeFile;

/**
 * The folder {@code models/SITE/SERIES/looks/} of a workspace: a file for each look of the last
 * months, named by its day and the hash of the look and of what saw it. Either piece carries its
 * checksum; what is damaged is as if it were not there.
 */
final class LookFolder implements LookShelf {
  /** Goes up whenever the same look would show something else to the same model. */
  private static final String VERSION = "1";

  private static final int HEADER = 2 * Integer.BYTES + 2 * Integer.BYTES;

  /** What no window reaches any more only takes room; some days over, for looks out of turn. */
  private static final long KEPT_DAYS = (long) WindowEvidence.OLDEST_DAYS + 10;

  private final Path folder;
  private final String model;

  /**
   * @param model what sees the looks, in one word
   */
  LookFolder(Path folder, String model) {
    this.folder = folder;
    this.model = model;
  }

  @Override
  public Optional<KeptLook> find(LocalDate date, String fingerprint) {
    Path file = file(date, fingerprint);
    try {
      ByteBuffer vectors = piece(file, 0);
      return Optional.of(
          new KeptLook() {
            @Override
            public ByteBuffer vectors() {
              return vectors;
            }

            @Override
            public ByteBuffer rest() throws IOException {
              return piece(file, 1);
            }
          });
    } catch (IOException absent) {
      return Optional.empty(); // seen again
    }
  }

  /** Lengths and checksums of both pieces stand first. */
  private static ByteBuffer piece(Path file, int which) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var header = ByteBuffer.allocate(HEADER);
      fill(header, channel, 0);
      int[] length = {header.getInt(), header.getInt()};
      int checksum = header.getInt(HEADER - (2 - which) * Integer.BYTES);
      if (length[0] < 0
          || length[1] < 0
          || channel.size() != HEADER + (long) length[0] + length[1]) {
        throw new IOException("is cut off");
      }
      var piece = ByteBuffer.allocate(length[which]);
      fill(piece, channel, HEADER + (long) which * length[0]);
      if (checksum(piece.duplicate()) != checksum) {
        throw new IOException("is damaged");
      }
      return piece;
    }
  }

  private static void fill(ByteBuffer buffer, FileChannel channel, long position)
      throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("is cut off");
      }
    }
    buffer.flip();
  }

  @Override
  public void keep(LocalDate date, String fingerprint, ByteBuffer vectors, ByteBuffer rest) {
    var header = ByteBuffer.allocate(HEADER);
    header.putInt(vectors.remaining()).putInt(rest.remaining());
    header.putInt(checksum(vectors.duplicate())).putInt(checksum(rest.duplicate())).flip();
    try {
      Files.createDirectories(folder);
      forgetBefore(date.minusDays(KEPT_DAYS));
      WholeFile.write(
          file(date, fingerprint),
          beside -> {
            try (var channel =
                FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
              for (ByteBuffer part : new ByteBuffer[] {header, vectors, rest}) {
                while (part.hasRemaining()) {
                  channel.write(part);
                }
              }
            }
          });
    } catch (IOException full) {
      // a cache that cannot be written costs time, not the result
    }
  }

  private void forgetBefore(LocalDate day) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.look")) {
      for (Path file : files) {
        if (file.getFileName().toString().compareTo(day.toString()) < 0) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static int checksum(ByteBuffer bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  private Path file(LocalDate date, String fingerprint) {
    String text = VERSION + ' ' + model + ' ' + fingerprint;
    String hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return folder.resolve(date + "-" + hash + ".look");
  }
}

package org.sitewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/** A file that a command was asked to write. */
final class NewFile {
  private NewFile() {}

  /**
   * @throws UserException if it is there, without force
   */
  static void checkFree(Path file, boolean force) {
    if (Files.exists(file) && !force) {
      throw SharedOptions.usage(file + " exists; use --force to overwrite it");
    }
  }

  /** Whole or not at all; one of the very same bytes may be there. */
  static void write(Path file, byte[] bytes, boolean force) {
    write(file, bytes, force, false);
  }

  /** The same, to be read by its owner only, where the file system knows owners. */
  static void writeSecret(Path file, byte[] bytes, boolean force) {
    write(file, bytes, force, true);
  }

  private static void write(Path file, byte[] bytes, boolean force, boolean secret) {
    try {
      boolean same = Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
      if (!same) {
        checkFree(file, force);
        WholeFile.write(
            file,
            beside -> {
              if (secret
                  && beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var ownerOnly = PosixFilePermissions.fromString("rw-------");
                Files.createFile(beside, PosixFilePermissions.asFileAttribute(ownerOnly));
              }
              Files.write(beside, bytes);
            });
      }
    } catch (IOException e) {
      throw new UserException(ExitCode.UNAVAILABLE, "cannot write " + file + ": " + e, e);
    }
  }
}

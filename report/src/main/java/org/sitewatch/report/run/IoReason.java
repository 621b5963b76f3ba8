package org.sitewatch.report.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** What an IOException means in words: the file system's own messages are often a bare path. */
final class IoReason {
  private IoReason() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it exists and is in the way";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  static UserException cannot(String whatAndWhere, IOException e) {
    return new UserException(ExitCode.UNAVAILABLE, "cannot " + whatAndWhere + ": " + of(e), e);
  }
}

package org.sitewatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * Keeps a second process off a workspace. The lock is the operating system's, on the first byte of
 * a file that names its holder from the second byte on; a killed process leaves no lock behind.
 */
final class WorkspaceLock {
  private static final long LOCKED_BYTES = 1;

  private final FileChannel channel;

  private WorkspaceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param command for whoever finds the workspace held
   * @throws UserException if another process holds it, naming that process
   */
  private static WorkspaceLock of(Workspace workspace, String command) {
    Path file = workspace.root().resolve(".lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new UserException(
            ExitCode.HELD,
            workspace.root() + " is held by " + holder(file) + "; wait until it is done");
      }
      String name = " " + self(command);
      channel.truncate(LOCKED_BYTES);
      channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)), 0);
      return new WorkspaceLock(channel);
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          workspace.root() + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  /** Process, host and start in one line: what whoever waits has to know. */
  private static String self(String command) {
    ProcessHandle process = ProcessHandle.current();
    String start =
        process
            .info()
            .startInstant()
            .map(instant -> " since " + instant.truncatedTo(ChronoUnit.SECONDS))
            .orElse("");
    return "process %d on %s%s (sitewatch %s)".formatted(process.pid(), host(), start, command);
  }

  private static String host() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException notLinux) {
      return System.getenv().getOrDefault("HOSTNAME", "this host");
    }
  }

  /**
   * Does some work while the workspace is held.
   *
   * @throws UserException also if the workspace is not there any more in the end, whatever else
   *     that made of the work
   */
  static <T> T during(Workspace workspace, String command, Supplier<T> work) {
    WorkspaceLock lock = of(workspace, command);
    T result;
    try {
      result = work.get();
    } catch (Exception problem) { // Spark throws checked ones that nobody declares
      if (workspace.isThere()) {
        throw problem;
      }
      throw vanished(workspace, command, problem);
    } finally {
      lock.close();
    }
    if (!workspace.isThere()) {
      throw vanished(workspace, command, null);
    }
    return result;
  }

  private static UserException vanished(Workspace workspace, String command, Throwable cause) {
    return new UserException(
        ExitCode.UNAVAILABLE,
        workspace.root()
            + " is not there any more: it was moved, deleted or unmounted while 'sitewatch "
            + command
            + "' was at work; bring it back and give the same command again",
        cause);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(0, LOCKED_BYTES, false);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String holder(Path file) {
    try {
      String name = Files.readString(file).strip();
      return name.isEmpty() ? "another process" : name;
    } catch (IOException unreadable) {
      return "another process";
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException harmless) {
      throw new UncheckedIOException("the lock of the workspace cannot be let go", harmless);
    }
  }
}

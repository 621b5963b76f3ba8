package org.sitewatch.sites.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/** Connections to GeoPackages. */
final class GeoPackageFile {
  /** A view in a hostile file may never end: what an honest file of that size never needs. */
  private static final long STEPS = 20_000_000;

  private static final int STEPS_PER_BYTE = 20;
  private static final int STEPS_PER_LOOK = 1_000_000;
  private static final int MAX_VALUE_BYTES = 256 << 20;

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private GeoPackageFile() {}

  /** Whether a file begins as every SQLite database does. */
  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
    }
  }

  /**
   * @throws UserException if another program has changes of its own waiting beside the file
   */
  static void checkUnused(Path file) {
    for (String suffix : List.of("-wal", "-journal")) {
      Path pending = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(pending)) { // it would be applied to the new file and ruin it
        throw new UserException(
            ExitCode.UNAVAILABLE,
            "cannot replace " + file + ": another program has it open (" + pending + "); close it");
      }
    }
  }

  static Connection openReadOnly(Path file) throws SQLException, IOException {
    long maxSteps = STEPS + STEPS_PER_BYTE * Files.size(file);
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(MAX_VALUE_BYTES));
    Connection connection = DriverManager.getConnection(url(file), config.toProperties());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
    }
    ProgressHandler.setHandler(
        connection,
        STEPS_PER_LOOK,
        new ProgressHandler() {
          private long looks;

          @Override
          protected int progress() {
            return ++looks * STEPS_PER_LOOK > maxSteps ? 1 : 0;
          }
        });
    return connection;
  }

  /** For writing into a file that is this program's own. */
  static Connection openForEditing(Path file) throws SQLException {
    return DriverManager.getConnection(url(file));
  }

  /** As a URI, so that no character of a path is taken for a parameter. */
  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri();
  }
}

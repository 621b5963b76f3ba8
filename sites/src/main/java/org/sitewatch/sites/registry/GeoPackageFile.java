package org.sitewatch.sites.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.sitewatch.sites.geopackage.GeoPackage;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/** Connections to GeoPackages. */
final class GeoPackageFile {
  /** A view in a hostile file may never end: what an honest file of that size never needs. */
  private static final long STEPS = 20_000_000;

  private static final int STEPS_PER_BYTE = 20;
  private static final int STEPS_PER_LOOK = 1_000_000;
  private static final int MAX_VALUE_BYTES = 256 << 20;

  private GeoPackageFile() {}

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

  /** As a URI, so that no character of a path is taken for a parameter. */
  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri();
  }

  /** An SQL name. */
  static String quoted(String name) {
    return GeoPackage.quoted(name);
  }
}

package org.sitewatch.cli;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.impl.Log4jContextFactory;

/**
 * What libraries log. Without Spark hardly one of them says a word, and to set up Log4j for it
 * takes as long as ten sites do: then their warnings go to stderr as they are.
 */
final class LibraryLog {
  private LibraryLog() {}

  /** To be called before a library asks for its log; what the command line says wins. */
  static void startSimple() {
    setDefault(
        "log4j2.loggerContextFactory",
        "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
    setDefault("org.apache.logging.log4j.simplelog.level", "WARN");
  }

  /** From here on as {@code log4j2.properties} says; Spark casts its loggers to those of Log4j. */
  static void configure() {
    if (!(LogManager.getFactory() instanceof Log4jContextFactory)) {
      LogManager.setFactory(new Log4jContextFactory());
    }
  }

  private static void setDefault(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}

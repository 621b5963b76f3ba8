package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.simple.SimpleLoggerContextFactory;
import org.apache.logging.log4j.spi.LoggerContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryLogTest {
  private final LoggerContextFactory before = LogManager.getFactory();

  @AfterEach
  void asBefore() {
    LogManager.setFactory(before);
  }

  @Test
  void sparkFindsTheLoggersItExpectsAfterASimpleStart() {
    LogManager.setFactory(SimpleLoggerContextFactory.INSTANCE);
    assertFalse(LogManager.getRootLogger() instanceof Logger, "simple");
    LibraryLog.configure();
    assertInstanceOf(Logger.class, LogManager.getRootLogger());
  }
}

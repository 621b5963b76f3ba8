package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RehearsalTest {
  /** Not even root makes a folder in /proc. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatTakesNoFilesIsToldInWords() throws IOException {
    assertEquals(
        Optional.of("nothing can be written to /proc"), Rehearsal.failure(Path.of("/proc")));
  }
}

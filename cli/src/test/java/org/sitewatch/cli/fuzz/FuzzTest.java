package org.sitewatch.cli.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A few hundred executions of every target of {@code scripts/fuzz}. */
class FuzzTest {
  private static final long EXECUTIONS = 300;

  @TempDir Path folder;

  @TestFactory
  @Tag("slow")
  Stream<DynamicTest> hostileInputIsRefusedInASentenceOrReadAsItIs() throws IOException {
    return Targets.all(folder).stream()
        .map(target -> DynamicTest.dynamicTest(target.name(), () -> check(target)));
  }

  private static void check(FuzzTarget target) {
    try (var watchdog = new Watchdog(new PrintWriter(System.err, true))) {
      FuzzResult result = new FuzzRun(1, 0, target.share(EXECUTIONS)).run(target, watchdog);
      assertEquals(List.of(), result.findings(), target.name());
      assertTrue(result.taken() > 0, target.name() + " takes nothing");
      assertTrue(result.refused() > 0, target.name() + " refuses nothing");
    }
  }

  @Test
  void theSameSeedMakesTheSameInput() throws IOException {
    FuzzTarget target = new TiffTarget(Seeds.images());
    for (int number = 0; number < 20; number++) {
      assertArrayEquals(
          new FuzzRun(7, 0, 1).input(target, number).bytes(),
          new FuzzRun(7, number, 1).input(target, number).bytes());
    }
  }

  /** A target that does everything wrong; each wrong is a finding of its own. */
  @Test
  void whatMustNotBeIsFound() {
    var wrong =
        new DocumentTarget(
            "wrong",
            chance -> new FuzzInput(new byte[] {(byte) chance.nextInt(6)}, true, new byte[0]),
            FuzzTest::doWrong,
            1);
    try (var watchdog = new Watchdog(new PrintWriter(Writer.nullWriter()))) {
      var found = new FuzzRun(1, 0, 200).run(wrong, watchdog).findings();
      List<String> kinds = found.stream().map(FuzzResult.Finding::what).sorted().toList();
      assertEquals(6, kinds.size(), kinds.toString());
      String all = kinds.toString();
      for (String what :
          List.of("StackOverflow", "NullPointer", "no sentence", "wrong value", "takes 9")) {
        assertTrue(all.contains(what), what + " in " + all);
      }
    }
  }

  private static boolean doWrong(FuzzInput input) {
    switch (input.bytes()[0]) {
      case 0 -> throw new NullPointerException();
      case 1 -> throw new StackOverflowError();
      case 2 ->
          throw new org.sitewatch.sites.UserException(
              org.sitewatch.sites.ExitCode.USAGE, "cannot read x: null");
      case 3 -> throw new WrongValueException("of another size");
      case 4 -> {
        return new byte[95 << 20].length > 0;
      }
      default -> {
        return false;
      }
    }
  }

  /** The plain reader must have an opinion, or nothing is compared. */
  @Test
  void soundImagesAreSeenByBothReaders() throws IOException {
    int seen = 0;
    for (int seed = 0; seed < 100; seed++) {
      byte[] file = TiffForms.make(new SplittableRandom(seed)).bytes();
      seen += PlainTiff.of(file).isPresent() ? 1 : 0;
    }
    assertTrue(seen > 50, seen + " of 100");
  }
}

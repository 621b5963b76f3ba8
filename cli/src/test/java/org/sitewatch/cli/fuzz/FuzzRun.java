package org.sitewatch.cli.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.sitewatch.cli.fuzz.FuzzResult.Finding;
import org.sitewatch.ingest.tiff.TiffException;
import org.sitewatch.sites.UserException;

/**
 * One target from one execution to another. Each has a chance of its own, made of seed and number
 * only, so that any of them can be made again.
 *
 * @param seed of all chance
 * @param from number of the first execution
 * @param count of executions
 */
record FuzzRun(long seed, long from, long count) {
  private static final long LIMIT_MS = 2_000;
  private static final long MOST_BYTES = 64L << 20;
  private static final long BYTES_PER_BYTE = 400;
  private static final int LONGEST_SENTENCE = 3_000;
  private static final Pattern NO_SENTENCE =
      Pattern.compile("Exception|java\\.|: null$|^null|[.\\[][A-Za-z]+;?@[0-9a-f]{5}");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What one run has seen. */
  private static final class Tally {
    private long taken;
    private long refused;
    private long cpu_ns;
    private long slowest_ns;
    private long mostBytes;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    private void found(long number, String kind, String what) {
      findings.merge(
          kind,
          new Finding(number, what, 1),
          (first, again) -> new Finding(first.number(), first.what(), first.times() + 1));
    }
  }

  FuzzResult run(FuzzTarget target, Watchdog watchdog) {
    var tally = new Tally();
    for (long number = from; number < from + count; number++) {
      watchdog.begins(target.name() + " --seed " + seed + " --from " + number);
      FuzzInput input = input(target, number);
      long cpu = THREADS.getCurrentThreadCpuTime();
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      try {
        boolean taken = tries(target, input, number, tally);
        tally.taken += taken ? 1 : 0;
        tally.refused += taken ? 0 : 1;
      } finally {
        watchdog.ends();
      }
      measure(
          number,
          THREADS.getCurrentThreadCpuTime() - cpu,
          THREADS.getCurrentThreadAllocatedBytes() - bytes,
          MOST_BYTES + BYTES_PER_BYTE * input.bytes().length,
          tally);
    }
    return new FuzzResult(
        target.name(),
        count,
        tally.taken,
        tally.refused,
        tally.cpu_ns / 1e9,
        tally.slowest_ns / 1e6,
        tally.mostBytes / 1e6,
        tally.findings.values().stream().toList());
  }

  /** The input of one execution. */
  FuzzInput input(FuzzTarget target, long number) {
    try {
      return target.make(new SplittableRandom(new SplittableRandom(seed).nextLong() + number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void measure(long number, long cpu_ns, long bytes, long mostBytes, Tally tally) {
    tally.cpu_ns += cpu_ns;
    boolean warm = number > 0; // the first loads classes
    if (warm) {
      tally.slowest_ns = Math.max(tally.slowest_ns, cpu_ns);
      tally.mostBytes = Math.max(tally.mostBytes, bytes);
    }
    if (cpu_ns > LIMIT_MS * 1_000_000) {
      tally.found(number, "slow", "takes %d ms".formatted(cpu_ns / 1_000_000));
    }
    if (bytes > mostBytes && warm) {
      tally.found(number, "memory", "takes %d MB".formatted(bytes >> 20));
    }
  }

  private static boolean tries(FuzzTarget target, FuzzInput input, long number, Tally tally) {
    try {
      boolean taken = target.takes(input);
      if (!taken && input.whole()) {
        tally.found(number, "sound input is refused", "sound input is refused");
      }
      return taken;
    } catch (UserException | TiffException refusal) {
      String sentence = String.valueOf(refusal.getMessage());
      if (input.whole()) {
        tally.found(number, "sound input is refused", "sound input is refused: " + sentence);
      }
      if (NO_SENTENCE.matcher(sentence).find() || sentence.length() > LONGEST_SENTENCE) {
        String brief = sentence.substring(0, Math.min(300, sentence.length()));
        tally.found(number, "no sentence " + place(refusal), "no sentence: " + brief);
      }
      return false;
    } catch (WrongValueException wrong) {
      String kind = wrong.getMessage().replaceAll("[0-9a-f]{2,}|\\d", "#");
      tally.found(number, kind, "wrong value taken: " + wrong.getMessage());
      return true;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError crash) {
      String where = place(crash);
      tally.found(number, crash.getClass() + where, crash + where);
      return false;
    }
  }

  /** Where in the program, as far as a trace tells. */
  private static String place(Throwable thrown) {
    var place = new StringBuilder();
    int told = 0;
    for (Throwable cause = thrown; cause != null && told == 0; cause = cause.getCause()) {
      for (StackTraceElement frame : cause.getStackTrace()) {
        boolean ours =
            frame.getClassName().startsWith("org.sitewatch.")
                && !frame.getClassName().startsWith("org.sitewatch.cli.fuzz");
        if (ours && told++ < 3) {
          place.append(told == 1 ? " at " : " < ").append(frame.getFileName()).append(':');
          place.append(frame.getLineNumber());
        }
      }
    }
    return place.toString();
  }
}

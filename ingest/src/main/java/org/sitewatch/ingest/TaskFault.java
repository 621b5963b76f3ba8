package org.sitewatch.ingest;

/** What is told of a task that ended as no task should: by a bug, or without memory. */
public final class TaskFault {

  private TaskFault() {}

  /**
   * One sentence for the ledger and the log; the same wherever it happens.
   *
   * @param task what was done to what: {@code judging site 'mn-01'}
   * @param thrown by the task
   */
  public static String told(String task, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return task
          + " needs more memory than there is; set SITEWATCH_HEAP or spark.executor.memory higher,"
          + " or --threads lower";
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + line(trace[0]);
    return task + " failed by a bug of sitewatch (" + thrown + place + "); please report it";
  }

  private static int line(StackTraceElement element) {
    return Math.max(0, element.getLineNumber());
  }
}

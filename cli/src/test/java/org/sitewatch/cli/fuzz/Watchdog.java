package org.sitewatch.cli.fuzz;

import java.io.PrintWriter;

/** Ends the program where one input takes half a minute, telling which. */
final class Watchdog implements AutoCloseable {
  private static final long LONGEST_MS = 30_000;
  private static final int HUNG = 3;

  private final Thread watched = Thread.currentThread();
  private final PrintWriter out;
  private final Thread thread;
  private volatile String input = "";
  private volatile long since_ms;
  private volatile boolean isOver;

  Watchdog(PrintWriter out) {
    this.out = out;
    thread = new Thread(this::watch, "watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  void begins(String name) {
    since_ms = System.currentTimeMillis();
    input = name;
  }

  void ends() {
    input = "";
  }

  private void watch() {
    while (!isOver) {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException over) {
        return;
      }
      String name = input;
      if (!name.isEmpty() && System.currentTimeMillis() - since_ms > LONGEST_MS) {
        out.println("hangs: " + name + " --count 1");
        for (StackTraceElement frame : watched.getStackTrace()) {
          out.println("  at " + frame);
        }
        out.flush();
        Runtime.getRuntime().halt(HUNG);
      }
    }
  }

  @Override
  public void close() {
    isOver = true;
    thread.interrupt();
  }
}

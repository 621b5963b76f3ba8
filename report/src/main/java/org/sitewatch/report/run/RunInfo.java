package org.sitewatch.report.run;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.sitewatch.detect.Period;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;

/**
 * Which run it is.
 *
 * @param id the name of its directory: 2026-W47, 2026-11-22 or 2026-11-15_2026-11-22
 * @param software version of the program that made it
 */
public record RunInfo(String id, Period period, String software) implements Serializable {
  /** Stands in the name of a run of some sites only, which decides nothing for the others. */
  public static final String OF_SOME_SITES = "_sites-";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");

  public RunInfo {
    if (!isId(id)) {
      throw new UserException(
          ExitCode.USAGE,
          "run id '"
              + Quote.of(id)
              + "' must be 1 to 64 letters, digits, '.', '_' or '-' and not begin with '.'");
    }
  }

  static boolean isId(String name) {
    return ID.matcher(name).matches();
  }
}

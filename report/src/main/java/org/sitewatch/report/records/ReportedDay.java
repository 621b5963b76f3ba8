package org.sitewatch.report.records;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** A day in a report that anyone may have edited since. */
final class ReportedDay {
  private ReportedDay() {}

  static LocalDate parse(String day, String where) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException edited) {
      throw new UserException(
          ExitCode.INTEGRITY,
          where
              + ": '"
              + day
              + "' is no day like 2024-09-30; the report was edited, see 'sitewatch verify'",
          edited);
    }
  }
}

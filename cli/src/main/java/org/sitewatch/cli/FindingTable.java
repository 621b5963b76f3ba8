package org.sitewatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitewatch.report.TerminalText;
import org.sitewatch.sites.registry.Proposal;
import org.sitewatch.sites.registry.RegistryFinding;

/** Findings for people: a line each, columns that line up. */
final class FindingTable {
  private static final int WIDEST = 24;

  private FindingTable() {}

  static List<String> lines(List<RegistryFinding> findings) {
    var rows = new ArrayList<List<String>>();
    for (RegistryFinding finding : findings) {
      rows.add(
          List.of(
              finding.isError() ? "error" : "warning",
              finding.code().name(),
              finding.siteId().isEmpty() ? "-" : TerminalText.of(finding.siteId()),
              place(finding)));
    }
    var widths = new int[4];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], Math.min(WIDEST, row.get(column).length()));
      }
    }
    var lines = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      var line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = rows.get(i).get(column);
        line.append(cell).append(" ".repeat(Math.max(0, widths[column] - cell.length()) + 2));
      }
      lines.add(line.append(TerminalText.of(findings.get(i).message())).toString());
    }
    return lines;
  }

  private static String place(RegistryFinding finding) {
    return Double.isFinite(finding.lon()) && Double.isFinite(finding.lat())
        ? String.format(Locale.ROOT, "%.6f,%.6f", finding.lon(), finding.lat())
        : "-";
  }

  /** Before and after, as {@code 533090 → 888423 m² (+66.7 %)}. */
  static String areas(Proposal proposal) {
    String after = String.format(Locale.ROOT, "%.0f m²", proposal.areaAfter_m2());
    if (!Double.isFinite(proposal.areaBefore_m2())) {
      return "no place → " + after;
    }
    String before = String.format(Locale.ROOT, "%.0f → ", proposal.areaBefore_m2());
    double change_pct =
        100 * (proposal.areaAfter_m2() - proposal.areaBefore_m2()) / proposal.areaBefore_m2();
    return before
        + after
        + (Double.isFinite(change_pct)
            ? String.format(Locale.ROOT, " (%+.2f %%)", change_pct)
            : "");
  }
}

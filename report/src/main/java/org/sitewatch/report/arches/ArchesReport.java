package org.sitewatch.report.arches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.csv.CsvTable;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.words.PlainText;
import org.sitewatch.report.words.Words;

/**
 * {@code arches-append.csv}: a line for every disturbance that was not dismissed, with the columns
 * that an EAMENA bulk append takes. What only people know (who assessed, in which role, what
 * threatens) is left empty. In English whatever the language: the database knows no other words.
 */
public final class ArchesReport {
  public static final String FILE = "arches-append.csv";

  private static final String UNKNOWN = "Unknown";

  /** From the least certain; other words of the vocabulary are no degrees. */
  private static final List<String> CERTAINTIES =
      List.of("Negligible", "Low", "Medium", "High", "Definite");

  private static final List<String> COLUMNS =
      List.of(
          "ResourceID",
          "Assessment Investigator - Actor",
          "Investigator Role Type",
          "Assessment Activity Type",
          "Assessment Activity Date",
          "Damage Extent Type",
          "Disturbance Cause Category Type",
          "Disturbance Cause Type",
          "Disturbance Cause Certainty",
          "Disturbance Date From",
          "Disturbance Date To",
          "Disturbance Date Occurred Before",
          "Effect Type",
          "Effect Certainty",
          "Threat Category",
          "Threat Cause Type",
          "Threat Probability");

  private ArchesReport() {}

  public static SortedMap<String, byte[]> files(RunRecords records, Words words) {
    var table = new CsvTable(COLUMNS);
    for (DisturbanceRecord disturbance : records.disturbances()) {
      if (!disturbance.text("status").equals(StatusMark.DISMISSED.label())) {
        Map<String, String> values = values(disturbance, records.period().until().toString());
        var fields = new ArrayList<String>();
        COLUMNS.forEach(
            column -> fields.add(CsvTable.ofText(PlainText.of(values.getOrDefault(column, "")))));
        table.row(fields);
      }
    }
    var files = new TreeMap<String, byte[]>();
    files.put(FILE, table.bytes());
    return files;
  }

  private static Map<String, String> values(DisturbanceRecord disturbance, String until) {
    var values = new LinkedHashMap<String, String>();
    values.put("ResourceID", disturbance.siteId());
    values.put("Assessment Activity Date", until);
    values.put("Damage Extent Type", disturbance.text("extent_class"));
    values.put("Disturbance Cause Category Type", disturbance.text("cause_category"));
    values.put("Disturbance Cause Type", disturbance.text("cause_type"));
    values.put("Disturbance Cause Certainty", certainty(disturbance, "cause_type"));
    if (disturbance.text("occurred_from").isEmpty()) {
      values.put("Disturbance Date Occurred Before", disturbance.text("occurred_to"));
    } else {
      values.put("Disturbance Date From", disturbance.text("occurred_from"));
      values.put("Disturbance Date To", disturbance.text("occurred_to"));
    }
    values.put("Effect Type", disturbance.text("effect_type"));
    values.put("Effect Certainty", certainty(disturbance, "effect_type"));
    return values;
  }

  /** No cause is surer than that there was anything: the lower of both. */
  private static String certainty(DisturbanceRecord disturbance, String of) {
    String happened = disturbance.text("certainty");
    String named = disturbance.text("cause_certainty");
    boolean isNamed = !disturbance.text(of).equals(UNKNOWN) && CERTAINTIES.contains(named);
    return isNamed && CERTAINTIES.indexOf(named) < CERTAINTIES.indexOf(happened) ? named : happened;
  }
}

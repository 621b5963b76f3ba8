package org.sitewatch.report.render;

import java.util.SortedMap;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.words.Words;

/** One form of a report, made of a run's own records and nothing else. */
@FunctionalInterface
interface RunForm {

  /**
   * Bytes by path in the folder of the run; the same records and language give the same bytes.
   *
   * @param records of the full audience
   */
  SortedMap<String, byte[]> files(RunRecords records, Words words);
}

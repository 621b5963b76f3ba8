package org.sitewatch.report.sheets;

import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.words.Words;

/** What stands at the foot of every page: which run it is of, and by which bytes to check it. */
final class PageFoot {
  private final RunRecords records;
  private final String sha256;
  private final Words words;

  PageFoot(RunRecords records, String sha256, Words words) {
    this.records = records;
    this.sha256 = sha256;
    this.words = words;
  }

  /**
   * @param page which it is, in words; empty for none
   */
  String html(String page) {
    return new Markup()
        .raw("<footer><p>")
        .text(words.text("sheets.run", Telling.leftToRight(records.runId(), words)))
        .raw(" · ")
        .text(words.text("sheets.restricted"))
        .raw("<b>")
        .text(page)
        .raw("</b></p><p class=\"hash\" dir=\"ltr\">")
        .text(RunFiles.DISTURBANCES + " SHA-256 " + sha256)
        .raw("</p></footer>\n")
        .toString();
  }
}

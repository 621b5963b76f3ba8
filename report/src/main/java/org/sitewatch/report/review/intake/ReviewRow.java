package org.sitewatch.report.review.intake;

/**
 * One line or feature of a file of verdicts, as it stands there; what is not given is empty.
 *
 * @param place how to find it in the file: {@code line 12}, {@code feature 3}
 * @param runId the run whose report was filled in
 */
record ReviewRow(
    String place,
    String id,
    String verdict,
    String verifiedBy,
    String verifiedOn,
    String note,
    String runId) {}

package org.sitewatch.report.review;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One verdict on one disturbance.
 *
 * @param id of the disturbance
 * @param verifiedBy who says so; may be empty
 * @param verifiedOn the day it was found out
 * @param note in the words of whoever was there; may be empty, one line
 * @param sighting what the report said of the disturbance then
 */
public record Review(
    String id,
    Verdict verdict,
    String verifiedBy,
    LocalDate verifiedOn,
    String note,
    Sighting sighting)
    implements Serializable {}

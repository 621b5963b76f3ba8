package org.sitewatch.detect.job;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A complete run whose state may be gone on from.
 *
 * @param stateFolder {@code state/RUN}, reached by every executor
 */
public record EarlierRun(String stateFolder, LocalDate since, LocalDate until)
    implements Serializable {}

package org.sitewatch.report.run;

import java.io.Serializable;

/**
 * Link of the chain of runs.
 *
 * @param sha256 of its run.json
 */
public record PreviousRun(String id, String sha256) implements Serializable {}

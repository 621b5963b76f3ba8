package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;

/** A look at which a disturbance's confidence, as known then, reached a new maximum. */
public record TracePoint(LocalDate date, double confidence) implements Serializable {}

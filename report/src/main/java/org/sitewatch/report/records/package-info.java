/** What a run wrote, read back: the one source of every other form of a report. */
package org.sitewatch.report.records;

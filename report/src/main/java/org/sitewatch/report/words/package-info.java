/** The report's own words, by language. */
package org.sitewatch.report.words;

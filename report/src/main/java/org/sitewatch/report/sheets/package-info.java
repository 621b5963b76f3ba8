/** Sheets of paper that a patrol takes along. */
package org.sitewatch.report.sheets;

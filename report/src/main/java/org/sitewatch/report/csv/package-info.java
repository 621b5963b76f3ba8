/** Tables for spreadsheets. */
package org.sitewatch.report.csv;

/** What is different between two runs, and what the newest one leaves to be done. */
package org.sitewatch.report.compare;

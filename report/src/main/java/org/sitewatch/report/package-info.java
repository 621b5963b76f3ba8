/** What to visit first: ranking, ledger and formats. */
package org.sitewatch.report;

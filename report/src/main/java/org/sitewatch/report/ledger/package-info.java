/** The observation ledger: what was seen of every site, and why not. */
package org.sitewatch.report.ledger;

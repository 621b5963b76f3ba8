/** The report as one page that needs no network: {@code report.html}. */
package org.sitewatch.report.html;

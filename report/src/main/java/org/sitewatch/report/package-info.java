/** What to visit first: the ranked report and the short text that goes with it. */
package org.sitewatch.report;

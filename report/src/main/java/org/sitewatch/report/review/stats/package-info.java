/** How many alerts were checked, what they were, and how long it took until somebody went. */
package org.sitewatch.report.review.stats;

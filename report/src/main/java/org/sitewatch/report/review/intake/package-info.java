/** Files of verdicts as people send them back: read, checked, and made into reviews. */
package org.sitewatch.report.review.intake;

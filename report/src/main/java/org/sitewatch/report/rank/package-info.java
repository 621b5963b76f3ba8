/** The order of visits: score, its parts, and the sentence that says why. */
package org.sitewatch.report.rank;

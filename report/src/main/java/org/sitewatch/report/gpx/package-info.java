/** GPX 1.1 for receivers in the hand. */
package org.sitewatch.report.gpx;

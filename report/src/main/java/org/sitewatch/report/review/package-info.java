/** What people found out about disturbances, and what it makes of the next report. */
package org.sitewatch.report.review;

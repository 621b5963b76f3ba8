/** One disturbance with all that speaks for it, to be checked without this program. */
package org.sitewatch.report.evidence;

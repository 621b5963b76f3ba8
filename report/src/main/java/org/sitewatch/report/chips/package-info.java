/** Before and after pictures of disturbances, and their looks: made when a run is committed. */
package org.sitewatch.report.chips;

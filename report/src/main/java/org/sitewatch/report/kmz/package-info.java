/** KMZ for Google Earth, whole without a network. */
package org.sitewatch.report.kmz;

/** Styles that QGIS (3.18 and later) takes up with the layers of their name. */
package org.sitewatch.report.qgis;

/** A run as one GeoPackage with its styles. */
package org.sitewatch.report.geopackage;

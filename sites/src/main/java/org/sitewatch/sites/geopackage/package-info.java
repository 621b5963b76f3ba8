/** GeoPackages as they are written here: layers of polygons in lon/lat, with styles for QGIS. */
package org.sitewatch.sites.geopackage;

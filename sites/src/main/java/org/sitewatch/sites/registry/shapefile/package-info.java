/** Shapefiles: .shp with .shx, .dbf, .prj and .cpg. */
package org.sitewatch.sites.registry.shapefile;

/** KML and KMZ as Google Earth writes them. */
package org.sitewatch.sites.registry.kml;

/** Where: the registry of site polygons, its checks, pixel grids and projections. */
package org.sitewatch.sites;

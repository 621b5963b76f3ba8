/** Asks STAC APIs for the scenes of the registered sites. */
package org.sitewatch.ingest.stac.search;

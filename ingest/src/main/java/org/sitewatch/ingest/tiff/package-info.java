/**
 * Windows of GeoTIFFs in and small GeoTIFFs out; what is read and what is refused: docs/tiff.md.
 */
package org.sitewatch.ingest.tiff;

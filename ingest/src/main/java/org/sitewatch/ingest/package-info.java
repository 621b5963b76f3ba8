/** What was seen: scenes, sensors, windows of images, and the tile store. */
package org.sitewatch.ingest;

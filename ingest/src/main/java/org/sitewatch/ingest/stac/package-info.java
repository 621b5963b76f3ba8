/** Scenes as STAC documents: reading what others wrote, keeping our own. */
package org.sitewatch.ingest.stac;

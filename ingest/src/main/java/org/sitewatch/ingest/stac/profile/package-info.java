/** What is known of catalogues: data files, not code. */
package org.sitewatch.ingest.stac.profile;

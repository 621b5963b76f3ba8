/** The Spark side of ingest. */
package org.sitewatch.ingest.job;

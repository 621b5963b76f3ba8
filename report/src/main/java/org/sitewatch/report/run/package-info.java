/** Runs on disk: the manifest, the commit that is complete or absent, and the check of hashes. */
package org.sitewatch.report.run;

/** Where bytes come from: files of this machine and servers of the web, behind one door. */
package org.sitewatch.ingest.source;

/** One disturbance told to a person: why it stands where it stands. */
package org.sitewatch.report.explain;

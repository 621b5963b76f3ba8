/** What became of the registry between two runs, and of what was watched because of it. */
package org.sitewatch.report.edit;

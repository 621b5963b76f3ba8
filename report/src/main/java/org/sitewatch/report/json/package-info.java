/** JSON as this program writes it: the same values give the same bytes. */
package org.sitewatch.report.json;

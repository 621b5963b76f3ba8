/** Tables for Arches databases with the EAMENA model. */
package org.sitewatch.report.arches;

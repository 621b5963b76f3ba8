/** XML as bytes. */
package org.sitewatch.report.xml;

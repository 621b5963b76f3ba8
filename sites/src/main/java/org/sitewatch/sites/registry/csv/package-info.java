/** Tables with a geometry in well-known text or in two columns. */
package org.sitewatch.sites.registry.csv;

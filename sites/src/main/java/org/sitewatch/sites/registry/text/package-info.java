/** Text in files that do not say their charset. */
package org.sitewatch.sites.registry.text;

/** The registry of sites: files in and out, and what is wrong with them. */
package org.sitewatch.sites.registry;

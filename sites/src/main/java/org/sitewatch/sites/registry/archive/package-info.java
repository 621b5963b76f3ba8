/** Zip archives whose content is not trusted. */
package org.sitewatch.sites.registry.archive;

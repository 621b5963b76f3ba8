/** Which field of a planner's file means what. */
package org.sitewatch.sites.registry.mapping;

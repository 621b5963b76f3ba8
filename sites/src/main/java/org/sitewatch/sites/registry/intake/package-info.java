/** A planner's file of any format becomes features of a registry. */
package org.sitewatch.sites.registry.intake;

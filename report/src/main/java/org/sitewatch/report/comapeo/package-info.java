/** Alerts for CoMapeo, the map of patrols and communities. */
package org.sitewatch.report.comapeo;

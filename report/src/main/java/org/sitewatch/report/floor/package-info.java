/** From which size on disturbances are seen at a site, as simulate has kept it. */
package org.sitewatch.report.floor;

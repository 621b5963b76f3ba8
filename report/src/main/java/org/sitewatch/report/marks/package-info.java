/** How disturbances and sites are marked on every map: shape as well as colour. */
package org.sitewatch.report.marks;

/** Known disturbances, planted into the looks of a real site to learn what would be seen there. */
package org.sitewatch.detect.plant;

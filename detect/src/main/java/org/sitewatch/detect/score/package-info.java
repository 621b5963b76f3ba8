/** How likely an object is a disturbance, and of which type: features, trees, calibration. */
package org.sitewatch.detect.score;

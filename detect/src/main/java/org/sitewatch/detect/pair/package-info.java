/**
 * Kernels for a look with one or two earlier looks: what the two dates have in common is sought,
 * and change is what does not share it. Static, pure, free of units.
 */
package org.sitewatch.detect.pair;

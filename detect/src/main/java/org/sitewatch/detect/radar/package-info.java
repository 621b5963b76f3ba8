/** Kernels for radar: decibels, speckle, and the test whether a series of looks is all one. */
package org.sitewatch.detect.radar;

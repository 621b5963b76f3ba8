/**
 * Pixel kernels that turn a series of looks into one surface of evidence. Pure and single-threaded;
 * planes are {@code float[row * width + column]}, seen masks {@code boolean[]} of the same length.
 */
package org.sitewatch.detect.change;

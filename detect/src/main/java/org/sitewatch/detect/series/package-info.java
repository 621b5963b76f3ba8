/**
 * Kernels of the long-series detector: what a site with two or more years of clear looks is judged
 * by. Pure, single-threaded, deterministic. A look is {@code float[band][row * width + column]} in
 * reflectance, NaN = not seen; a series is {@code float[look][band][pixel]}.
 */
package org.sitewatch.detect.series;

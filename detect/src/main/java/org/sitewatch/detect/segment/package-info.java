/** From a surface of evidence to sets of pixels, and from those to outlines on the ground. */
package org.sitewatch.detect.segment;

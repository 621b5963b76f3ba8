/** What changed: kernels, baseline, objects and alert state. */
package org.sitewatch.detect;

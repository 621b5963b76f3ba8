/**
 * Alert states and findings as canonical JSON: sorted keys, plain decimal numbers, no clock. What
 * is read back equals what was written; anything else is refused with one sentence.
 */
package org.sitewatch.detect.json;

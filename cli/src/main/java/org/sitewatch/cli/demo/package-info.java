/** A simulated valley with known disturbances, and the score of what scans made of it. */
package org.sitewatch.cli.demo;

/** The door: commands, settings and logging. */
package org.sitewatch.cli;

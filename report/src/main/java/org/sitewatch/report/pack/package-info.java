/** Packed bytes that are the same on every machine: what java.util.zip writes is not. */
package org.sitewatch.report.pack;

/** work/RUN: what detect found, on disk until report commits it. */
package org.sitewatch.report.work;

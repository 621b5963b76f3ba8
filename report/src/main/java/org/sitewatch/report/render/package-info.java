/** A committed run in other forms and for other eyes, from its own records. */
package org.sitewatch.report.render;

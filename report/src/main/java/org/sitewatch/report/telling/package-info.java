/** The sentences of a record, told in the language of a page. */
package org.sitewatch.report.telling;

/** The Spark side of detect. */
package org.sitewatch.detect.job;

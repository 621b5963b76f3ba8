/** Hostile input made by seeded chance; docs/fuzzing.md says what is tried and what must hold. */
package org.sitewatch.cli.fuzz;

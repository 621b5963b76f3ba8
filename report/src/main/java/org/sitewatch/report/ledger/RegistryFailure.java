package org.sitewatch.report.ledger;

import java.io.Serializable;

/**
 * A registry entry that cannot be used as a site.
 *
 * @param siteId empty if the entry has none
 * @param name empty if it has none
 * @param reason one sentence with the coordinate or value that is wrong
 */
public record RegistryFailure(String siteId, String name, String reason) implements Serializable {}

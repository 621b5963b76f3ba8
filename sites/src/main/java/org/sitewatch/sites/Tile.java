package org.sitewatch.sites;

import java.io.Serializable;

/** One site's window on one grid, padded by what the detector needs around the site. */
public record Tile(String siteId, PixelGrid grid) implements Serializable {}

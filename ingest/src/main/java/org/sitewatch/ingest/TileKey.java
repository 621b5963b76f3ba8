package org.sitewatch.ingest;

import java.io.Serializable;
import org.sitewatch.sites.PixelGrid;

/**
 * Names one file of the tile store: what one part of one scene shows of one site.
 *
 * @param siteGrid the grid the site is judged on, which decides how much was cut out
 */
public record TileKey(String siteId, PixelGrid siteGrid, String sceneId, String part)
    implements Serializable {}

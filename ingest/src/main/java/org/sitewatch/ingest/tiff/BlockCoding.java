package org.sitewatch.ingest.tiff;

/**
 * How the numbers of a block became bytes.
 *
 * @param predictor 1 none, 2 difference to the pixel before, 3 the same for floats, byte by byte
 */
record BlockCoding(Compression compression, int predictor, boolean bigEndian) {}

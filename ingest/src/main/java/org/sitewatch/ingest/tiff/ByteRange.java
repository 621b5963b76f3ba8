package org.sitewatch.ingest.tiff;

/**
 * Bytes that are going to be read in one piece.
 *
 * @param step which of the reader's steps needs them; those of earlier steps are not needed any
 *     more then
 */
public record ByteRange(long position, int length, int step) {

  public long end() {
    return position + length;
  }
}

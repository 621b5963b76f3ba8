package org.sitewatch.ingest.tiff;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** What a TIFF says of itself; of several images in it, the first that is no overview or mask. */
public final class TiffHeader {
  private final BlockLayout layout;
  private final BlockCoding coding;
  private final GeoReference georeference;
  private final OptionalDouble nodata;
  private final GdalMetadata metadata;

  TiffHeader(
      BlockLayout layout,
      BlockCoding coding,
      GeoReference georeference,
      OptionalDouble nodata,
      GdalMetadata metadata) {
    this.layout = layout;
    this.coding = coding;
    this.georeference = georeference;
    this.nodata = nodata;
    this.metadata = metadata;
  }

  public int width() {
    return layout.width();
  }

  public int height() {
    return layout.height();
  }

  public int bands() {
    return layout.bands();
  }

  public SampleType type() {
    return layout.type();
  }

  public BlockLayout layout() {
    return layout;
  }

  public Compression compression() {
    return coding.compression();
  }

  BlockCoding coding() {
    return coding;
  }

  public GeoReference georeference() {
    return georeference;
  }

  /** The value that means "no data" in every band; may be NaN. */
  public OptionalDouble nodata() {
    return nodata;
  }

  /** Value = code * scale + offset; 1 if the file says nothing. Bands count from 0. */
  public double scale(int band) {
    return metadata.scale(band);
  }

  /** Added after the scale; 0 if the file says nothing. */
  public double offset(int band) {
    return metadata.offset(band);
  }

  /** Whether the file gives a scale or an offset for the band. */
  public boolean isScaled(int band) {
    return metadata.isScaled(band);
  }

  /** What the file calls the band; may be empty. */
  public String description(int band) {
    return metadata.description(band);
  }

  /** Free keys and values of the whole file. */
  public SortedMap<String, String> metadata() {
    return Collections.unmodifiableSortedMap(metadata.items());
  }
}

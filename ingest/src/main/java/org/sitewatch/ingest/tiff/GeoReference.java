package org.sitewatch.ingest.tiff;

import java.util.Optional;
import java.util.OptionalInt;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;

/** Where a TIFF says it lies. What it does not say, or says in a way not understood, is absent. */
public final class GeoReference {
  private final Optional<Affine> affine;
  private final OptionalInt epsg;
  private final String reason;

  GeoReference(Optional<Affine> affine, OptionalInt epsg, String reason) {
    this.affine = affine;
    this.epsg = epsg;
    this.reason = reason;
  }

  /** Pixel to world with (0, 0) at the outer corner of the first pixel. */
  public Optional<Affine> affine() {
    return affine;
  }

  public OptionalInt epsg() {
    return epsg;
  }

  /** Present if both the affine and the EPSG code are known. */
  public Optional<PixelGrid> grid(int width, int height) {
    return affine.isPresent() && epsg.isPresent()
        ? Optional.of(new PixelGrid(epsg.getAsInt(), affine.get(), width, height))
        : Optional.empty();
  }

  /** Why there is no grid, in words; empty if there is one. */
  public String reason() {
    return reason;
  }
}

package org.sitewatch.sites;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of folders in the tile store, safe on every file system. */
final class TileKeys {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{0,63}[A-Za-z0-9_-]");
  private static final Pattern RESERVED_BY_WINDOWS =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
  private static final int MAX_ENCODED = 48;

  /** Share of a pixel by which an origin may miss the lattice of whole multiples. */
  private static final double ON_LATTICE_PX = 1e-3;

  private TileKeys() {}

  /**
   * The id itself if it has only {@code A-Za-z0-9._-}, at most 64 of them, does not end in a dot
   * and is no device name of Windows; else the id percent-encoded, cut, and eight hex digits of its
   * sha256. The second form always holds a {@code %}, so no two ids share a key. Ids that differ in
   * case only give keys that do; the registry refuses such ids.
   */
  static String ofSite(String id) {
    if (PLAIN.matcher(id).matches() && !RESERVED_BY_WINDOWS.matcher(id).matches()) {
      return id;
    }
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    var key = new StringBuilder();
    for (int i = 0; i < bytes.length && key.length() < MAX_ENCODED; i++) {
      char letter = (char) (bytes[i] & 0xff);
      boolean keep = letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_');
      key.append(keep && i > 0 ? letter : String.format(Locale.ROOT, "%%%02X", (int) letter));
    }
    return key + "-" + sha256Start(bytes);
  }

  /**
   * {@code <epsg>_<column>_<row>_<width>x<height>}: the first pixel counted from x = 0 eastwards
   * and from y = 0 southwards (so rows are negative in the north). A grid that is not north-up or
   * has corners off the multiples of its pixel size also gets eight hex digits of what it is.
   */
  static String ofGrid(PixelGrid grid) {
    Affine affine = grid.affine();
    double column = affine.originX() / affine.columnX();
    double row = affine.originY() / affine.rowY();
    boolean plain =
        affine.isNorthUp() && affine.columnX() == -affine.rowY() && isWhole(column) && isWhole(row);
    String size = grid.width() + "x" + grid.height();
    if (plain) {
      return grid.epsg() + "_" + Math.round(column) + "_" + Math.round(row) + "_" + size;
    }
    String place =
        affine.isNorthUp()
            ? (long) Math.floor(column) + "_" + (long) Math.floor(row)
            : (long) Math.floor(affine.originX()) + "_" + (long) Math.floor(-affine.originY());
    byte[] bytes = affine.toString().getBytes(StandardCharsets.UTF_8);
    return grid.epsg() + "_" + place + "_" + size + "-" + sha256Start(bytes);
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < ON_LATTICE_PX;
  }

  private static String sha256Start(byte[] bytes) {
    return Sha256.of(bytes).substring(0, 8);
  }
}

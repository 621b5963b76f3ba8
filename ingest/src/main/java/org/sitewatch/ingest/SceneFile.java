package org.sitewatch.ingest;

import java.io.IOException;
import java.util.Locale;
import org.sitewatch.ingest.source.LocalFile;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.TiffException;
import org.sitewatch.ingest.tiff.TiffHeader;

/** What a scene's record and the header of its file must agree on. */
public final class SceneFile {

  private SceneFile() {}

  /** Why a file cannot be read, and what to do about it if it is broken. */
  public static String inWords(IOException problem, Location file) {
    boolean damaged = problem instanceof TiffException tiff && tiff.isDamaged();
    String cure = file instanceof LocalFile ? "; fetch it again" : "; try again later";
    return problem.getMessage() + (damaged ? cure : "");
  }

  /** How a file stores its samples. */
  record Storage(int sampleBytes, int blockWidth, int blockHeight) {}

  /** What {@link #storageOf(TiffHeader)} wrote into an asset's record. */
  static Storage storageOf(SceneAsset asset) {
    String[] words = asset.storage().split("[ x]");
    return new Storage(
        SampleType.valueOf(words[0]).bytes(),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]));
  }

  /** Sample type and block size in one word: files that agree can be cut together. */
  public static String storageOf(TiffHeader header) {
    return String.format(
        Locale.ROOT,
        "%s %dx%d",
        header.type(),
        header.layout().blockWidth(),
        header.layout().blockHeight());
  }

  /**
   * @throws IOException if the file is not the one that was registered
   */
  static void check(TiffHeader header, SceneAsset asset) throws IOException {
    boolean same =
        header.width() == asset.grid().width()
            && header.height() == asset.grid().height()
            && header.bands() == asset.bands().size()
            && storageOf(header).equals(asset.storage());
    if (!same) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "asset '%s' has changed since it was registered: %s has %dx%d pixels, %d bands, %s;"
                  + " expected %dx%d, %d bands, %s; put the image back, or add the scene again as"
                  + " it is now with --force",
              asset.key(),
              asset.href(),
              header.width(),
              header.height(),
              header.bands(),
              storageOf(header),
              asset.grid().width(),
              asset.grid().height(),
              asset.bands().size(),
              asset.storage()));
    }
  }
}

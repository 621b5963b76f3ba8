package org.sitewatch.ingest.stac;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewatch.ingest.Acquisition;
import org.sitewatch.ingest.Calibration;
import org.sitewatch.ingest.Footprint;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneAsset;
import org.sitewatch.ingest.SceneFile;
import org.sitewatch.ingest.Sensor.OffsetClues;
import org.sitewatch.ingest.Sensor.OffsetDecision;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.stac.SceneDraft.AssetDraft;
import org.sitewatch.ingest.tiff.TiffHeader;
import org.sitewatch.ingest.tiff.TiffReader;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;

/**
 * Opens the files of a drafted scene: reads headers, no pixels, checks that every block lies in its
 * file and that file and document agree, and decides the calibration.
 */
final class SceneOpener {
  /** Corners of the declared and the real grid may differ by this share of a pixel. */
  private static final double SAME_PLACE_PX = 0.01;

  /** Items often round the size of pixels in degrees. */
  private static final double SAME_EXTENT_PX = 0.5;

  private final SceneDraft draft;
  private final Path root;
  private final SourceDoor door;
  private final Optional<Double> offset_dn;
  private String offsetDecision = "";

  private SceneOpener(SceneDraft draft, Path root, SourceDoor door, Optional<Double> offset_dn) {
    this.draft = draft;
    this.root = root;
    this.door = door;
    this.offset_dn = offset_dn;
  }

  /**
   * @param root of the workspace: hrefs inside it are kept relative
   * @param offset_dn what the user says is to be added to Sentinel-2's codes; empty to decide by
   *     the document
   * @throws UserException if a file is missing, broken, or not what the document says
   */
  static Scene open(SceneDraft draft, Path root, SourceDoor door, Optional<Double> offset_dn) {
    return new SceneOpener(draft, root, door, offset_dn).scene();
  }

  private Scene scene() {
    var assets = new ArrayList<SceneAsset>();
    List<SourceDoor.Opening> openings =
        door.openTiffs(draft.assets().stream().map(AssetDraft::file).toList());
    for (int i = 0; i < openings.size(); i++) {
      assets.add(open(draft.assets().get(i), openings.get(i)));
    }
    var first = assets.stream().filter(asset -> !asset.mask()).findFirst().orElseThrow();
    Acquisition told = draft.acquisition();
    var acquisition =
        new Acquisition(
            told.platform(),
            told.processingBaseline(),
            told.gridCode(),
            told.relativeOrbit(),
            told.mode(),
            offsetDecision);
    return new Scene(
        draft.id(),
        draft.collection(),
        draft.datetime(),
        draft.sensor().id(),
        acquisition,
        Footprint.of(first.grid()),
        assets);
  }

  private SceneAsset open(AssetDraft asset, SourceDoor.Opening opening) {
    try (TiffReader reader = opening.reader()) {
      long packedBytes = reader.checkBlocks();
      TiffHeader header = reader.header();
      if (header.bands() != asset.bands().size()) {
        throw refusal(
            asset,
            "has "
                + header.bands()
                + " bands, "
                + asset.bands().size()
                + " are named: "
                + String.join(", ", asset.bands().subList(0, Math.min(12, asset.bands().size())))
                + (asset.bands().size() > 12 ? ", …" : ""));
      }
      return new SceneAsset(
          asset.key(),
          asset.file().href(root),
          asset.bands(),
          asset.mask(),
          asset.mask() ? Calibration.NONE : calibration(asset, header),
          grid(asset, header),
          SceneFile.storageOf(header),
          packedBytes);
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "scene '" + draft.id() + "': " + describe(unreadable, asset.file()),
          unreadable);
    }
  }

  private static String describe(IOException problem, Location file) {
    if (problem instanceof java.nio.file.NoSuchFileException) {
      return Quote.of(file.toString()) + ": no such file";
    }
    if (problem instanceof java.nio.file.FileSystemException broken) {
      String why = broken.getReason();
      return Quote.of(file.toString()) + ": " + (why == null ? "cannot be read" : why);
    }
    return SceneFile.inWords(problem, file);
  }

  /** What the document declares, else what the file's tags say. */
  private Calibration calibration(AssetDraft asset, TiffHeader header) {
    Calibration told = asset.calibration();
    double nodata =
        Double.isNaN(told.nodata()) ? header.nodata().orElse(Double.NaN) : told.nodata();
    boolean tagged = !told.declared() && header.isScaled(0);
    var declared =
        new Calibration(
            tagged ? header.scale(0) : told.scale(),
            tagged ? header.offset(0) : told.offset(),
            nodata,
            told.declared() || tagged,
            told.decibel());
    OffsetDecision decision =
        draft
            .sensor()
            .decideOffset(
                declared,
                new OffsetClues(
                    draft.acquisition().processingBaseline(),
                    draft.offsetApplied(),
                    asset.offsetGiven() || tagged && header.offset(0) != 0,
                    offset_dn));
    offsetDecision = decision.reason();
    return decision.calibration();
  }

  private PixelGrid grid(AssetDraft asset, TiffHeader header) {
    Optional<PixelGrid> inFile = header.georeference().grid(header.width(), header.height());
    PixelGrid grid =
        inFile
            .or(asset::grid)
            .orElseThrow(
                () ->
                    refusal(
                        asset,
                        "has no georeference: "
                            + header.georeference().reason()
                            + "; give proj:epsg, proj:transform and proj:shape in a STAC item"));
    checkPlace(asset, grid);
    if (asset.grid().isPresent() && inFile.isPresent()) {
      agree(asset, asset.grid().get(), inFile.get());
    }
    if (grid.width() != header.width() || grid.height() != header.height()) {
      throw sizeRefusal(asset, header.width(), header.height(), grid);
    }
    return grid;
  }

  /** That all corners of the image are places on earth, in a CRS that is known. */
  private void checkPlace(AssetDraft asset, PixelGrid grid) {
    try {
      Footprint.of(grid);
    } catch (UserException nowhere) {
      throw new UserException(
          nowhere.exitCode(),
          "scene '"
              + draft.id()
              + "': "
              + Quote.of(asset.file().toString())
              + ": "
              + nowhere.getMessage(),
          nowhere);
    }
  }

  private void agree(AssetDraft asset, PixelGrid told, PixelGrid real) {
    if (told.epsg() != real.epsg()) {
      throw refusal(asset, "is in EPSG:" + real.epsg() + ", the item says EPSG:" + told.epsg());
    }
    if (told.width() != real.width() || told.height() != real.height()) {
      throw sizeRefusal(asset, real.width(), real.height(), told);
    }
    agree(asset, told, real, 0, 0, SAME_PLACE_PX);
    agree(asset, told, real, real.width(), 0, SAME_EXTENT_PX);
    agree(asset, told, real, 0, real.height(), SAME_EXTENT_PX);
  }

  private void agree(
      AssetDraft asset, PixelGrid told, PixelGrid real, int column, int row, double tolerance_px) {
    double x = told.affine().x(column, row);
    double y = told.affine().y(column, row);
    double columns = real.affine().column(x, y) - column;
    double rows = real.affine().row(x, y) - row;
    if (!(Math.abs(columns) < tolerance_px && Math.abs(rows) < tolerance_px)) {
      throw refusal(
          asset,
          "lies %.2f columns and %.2f rows from where the item's proj:transform says"
              .formatted(columns, rows));
    }
  }

  private UserException sizeRefusal(AssetDraft asset, int width, int height, PixelGrid told) {
    return refusal(
        asset,
        "is %dx%d pixels, the item says %dx%d"
            .formatted(width, height, told.width(), told.height()));
  }

  private UserException refusal(AssetDraft asset, String what) {
    return new UserException(
        ExitCode.UNAVAILABLE,
        "scene '" + draft.id() + "': " + Quote.of(asset.file().toString()) + " " + what);
  }
}

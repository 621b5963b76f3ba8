package org.sitewatch.ingest.stac.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Tile;

/**
 * Which places to ask a catalogue for. Every site becomes a box with the padding of its window. The
 * boxes of one cell of a degree stay together; where there are many of them, the box around them
 * stands for all. A request holds the boxes of one block of ten degrees, at most {@link
 * #BOXES_PER_REQUEST}: few requests for many sites, and none that asks for the sea between.
 */
final class SearchAreas {
  static final int BOXES_PER_REQUEST = 64;

  private static final int BOXES_PER_CELL = 16;
  private static final double CELL_DEGREES = 1;
  private static final double BLOCK_DEGREES = 10;
  private static final double METRES_PER_DEGREE = 110_500;
  private static final double STEP_DEGREES = 1e-4;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private SearchAreas() {}

  /** Rows from the south, in a row from the west. */
  private record Cell(int row, int column) implements Comparable<Cell> {

    static Cell of(Envelope box, double degrees) {
      return new Cell(
          (int) Math.floor(box.centre().y / degrees), (int) Math.floor(box.centre().x / degrees));
    }

    @Override
    public int compareTo(Cell other) {
      return row != other.row ? Integer.compare(row, other.row) : column - other.column;
    }
  }

  /** For {@code intersects}: polygons in lon/lat that hold all sites, one a request. */
  static List<Geometry> polygons(Collection<Site> sites) {
    var requests = new ArrayList<Geometry>();
    for (List<List<Envelope>> block : blocks(sites)) {
      var together = new ArrayList<Envelope>();
      for (List<Envelope> cell : block) {
        if (together.size() + cell.size() > BOXES_PER_REQUEST) {
          requests.add(union(together));
          together.clear();
        }
        together.addAll(cell);
      }
      requests.add(union(together));
    }
    return requests;
  }

  /** For {@code bbox}: one box a cell of a degree. */
  static List<Geometry> boxes(Collection<Site> sites) {
    return blocks(sites).stream()
        .flatMap(List::stream)
        .map(cell -> GEOMETRY.toGeometry(around(cell)))
        .toList();
  }

  /** Boxes by cell by block. */
  private static List<List<List<Envelope>>> blocks(Collection<Site> sites) {
    var cells = new TreeMap<Cell, List<Envelope>>();
    for (Site site : sites) {
      Geometry area = site.area();
      for (int i = 0; i < area.getNumGeometries(); i++) {
        Envelope box = padded(area.getGeometryN(i).getEnvelopeInternal());
        cells.computeIfAbsent(Cell.of(box, CELL_DEGREES), any -> new ArrayList<>()).add(box);
      }
    }
    var blocks = new TreeMap<Cell, List<List<Envelope>>>();
    for (List<Envelope> cell : cells.values()) {
      List<Envelope> boxes = cell.size() > BOXES_PER_CELL ? List.of(around(cell)) : cell;
      blocks
          .computeIfAbsent(Cell.of(boxes.get(0), BLOCK_DEGREES), any -> new ArrayList<>())
          .add(boxes);
    }
    return List.copyOf(blocks.values());
  }

  private static Envelope padded(Envelope box) {
    double north_degrees = Tile.PADDING_M / METRES_PER_DEGREE;
    double steepest = Math.min(89, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
    double east_degrees = north_degrees / Math.cos(Math.toRadians(steepest));
    return new Envelope(
        Math.max(-180, down(box.getMinX() - east_degrees)),
        Math.min(180, up(box.getMaxX() + east_degrees)),
        Math.max(-90, down(box.getMinY() - north_degrees)),
        Math.min(90, up(box.getMaxY() + north_degrees)));
  }

  private static double down(double degrees) {
    return Math.floor(degrees / STEP_DEGREES) / (1 / STEP_DEGREES);
  }

  private static double up(double degrees) {
    return Math.ceil(degrees / STEP_DEGREES) / (1 / STEP_DEGREES);
  }

  private static Envelope around(List<Envelope> boxes) {
    var all = new Envelope();
    boxes.forEach(all::expandToInclude);
    return all;
  }

  private static Geometry union(List<Envelope> boxes) {
    return UnaryUnionOp.union(boxes.stream().map(GEOMETRY::toGeometry).toList());
  }
}

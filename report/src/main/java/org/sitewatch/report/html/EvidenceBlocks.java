package org.sitewatch.report.html;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.pack.Utf8Text;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.records.EvidenceFile;
import org.sitewatch.report.records.RunRecords;

/**
 * Looks and pictures, one block a disturbance that has some, at the end of the page: the page is
 * there before they are, and each is taken apart only when it is asked for.
 */
final class EvidenceBlocks {
  /** What mail and phones still bear; the pictures of the first in rank are in the page. */
  static final long MOST_PICTURE_BYTES = 40L << 20;

  private EvidenceBlocks() {}

  static void append(RunRecords records, Utf8Text page) {
    append(records, MOST_PICTURE_BYTES, page);
  }

  static void append(RunRecords records, long mostPictureBytes, Utf8Text page) {
    long left = mostPictureBytes;
    List<DisturbanceRecord> disturbances = records.disturbances();
    for (int i = 0; i < disturbances.size(); i++) {
      if (disturbances.get(i).evidence().isEmpty()) {
        continue;
      }
      Evidence evidence = disturbances.get(i).evidence().get();
      // Nothing is read that cannot be shown: of thousands only the first have room.
      var pictures = left > 0 ? pictures(records, evidence) : new TreeMap<String, byte[]>();
      long size = pictures.values().stream().mapToLong(picture -> picture.length).sum();
      boolean fits = size <= left;
      // Once one is left out so are all below: which rank has pictures is then told in one number.
      left = fits ? left - size : 0;
      append(page, i, evidence, fits ? pictures : Map.of());
    }
  }

  private static SortedMap<String, byte[]> pictures(RunRecords records, Evidence evidence) {
    var pictures = new TreeMap<String, byte[]>();
    for (String kind : Evidence.KINDS) {
      String file = evidence.pictures().get(kind);
      if (file != null) {
        pictures.put(kind, records.picture(file));
      }
    }
    return pictures;
  }

  private static void append(
      Utf8Text page, int place, Evidence evidence, Map<String, byte[]> pictures) {
    page.append("<script type=\"application/json\" id=\"evidence-" + place + "\">{\"evidence\":")
        .append(
            Markup.inScript(
                new String(EvidenceFile.bytes(evidence), StandardCharsets.UTF_8).strip()))
        .append(",\"png\":{");
    String comma = "";
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      page.append(comma + '"' + picture.getKey() + "\":\"")
          .append(Base64.getEncoder().encodeToString(picture.getValue()))
          .append("\"");
      comma = ",";
    }
    page.append("}}</script>\n");
  }
}

package org.sitewatch.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.report.telling.ToldReason;
import org.sitewatch.report.telling.ToldWhyNot;
import org.sitewatch.report.words.Words;
import org.sitewatch.sites.Zone;

/**
 * What the page's script is given of a run: properties as tables (names once, then a row each),
 * outlines beside them in the same order, the words, and the shapes of the marks, which are those
 * of the other maps. Pictures and looks are not in it, see {@link EvidenceBlocks}.
 */
final class PageData {
  /** The page's own words. */
  static final String WORDS = "html.";

  private static final List<String> VOCABULARIES =
      List.of(WORDS, "status.", "type.", "zone.", "certainty.");

  /** Only {@code explain} can say what these numbers mean; they would be a third of the page. */
  private static final Set<String> LEFT_OUT = Set.of("confidence_parts");

  private PageData() {}

  static String of(RunRecords records, Words words) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putObject("run")
        .put("id", records.runId())
        .put("since", records.period().since().toString())
        .put("until", records.period().until().toString())
        .put("language", words.language());
    ObjectNode told = data.putObject("words");
    for (String vocabulary : VOCABULARIES) {
      words.startingWith(vocabulary).forEach(told::put);
    }
    ObjectNode marks = data.putObject("marks");
    for (StatusMark mark : StatusMark.values()) {
      marks.put(mark.label(), mark.shape().svgPath());
    }
    table(
        data.putObject("disturbances"),
        records.disturbances().stream().map(DisturbanceRecord::properties).toList());
    ArrayNode reasons = data.putArray("reasons");
    ArrayNode outlines = data.putArray("disturbance_outlines");
    ArrayNode evidence = data.putArray("evidence");
    for (DisturbanceRecord disturbance : records.disturbances()) {
      reasons.add(unlessRecorded(ToldReason.of(disturbance, words), disturbance.text("reason")));
      outlines.add(PackedOutline.of(disturbance.outline()));
      evidence.add(disturbance.evidence().isPresent() ? 1 : 0);
    }
    table(data.putObject("sites"), records.sites().stream().map(SiteRecord::properties).toList());
    ArrayNode whyNot = data.putArray("why_not");
    ArrayNode siteOutlines = data.putArray("site_outlines");
    ArrayNode cores = data.putArray("site_cores");
    SortedMap<String, SortedMap<Zone, MultiPolygon>> zones = records.zones();
    for (SiteRecord site : records.sites()) {
      whyNot.add(unlessRecorded(ToldWhyNot.of(site, words), site.text("why_not")));
      siteOutlines.add(PackedOutline.of(site.outline()));
      cores.add(core(zones.getOrDefault(site.id(), Collections.emptySortedMap())));
    }
    return Markup.inScript(data.toString());
  }

  /** What is told, empty where it is what the record says. */
  private static String unlessRecorded(String told, String record) {
    return told.equals(record) ? "" : told;
  }

  /** Where there are zones around it; alone it is what the site's outline shows. */
  private static ArrayNode core(SortedMap<Zone, MultiPolygon> zones) {
    MultiPolygon core = zones.get(Zone.CORE);
    return core == null || zones.size() < 2
        ? JsonNodeFactory.instance.arrayNode()
        : PackedOutline.of(core);
  }

  /** A property that a feature lacks is null, as one that it has as null. */
  private static void table(ObjectNode into, List<JsonNode> features) {
    var names = new ArrayList<String>();
    var known = new TreeSet<>(LEFT_OUT);
    for (JsonNode feature : features) {
      feature
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (known.add(name)) {
                  names.add(name);
                }
              });
    }
    ArrayNode header = into.putArray("names");
    names.forEach(header::add);
    ArrayNode rows = into.putArray("rows");
    for (JsonNode feature : features) {
      ArrayNode row = rows.addArray();
      for (String name : names) {
        JsonNode value = feature.path(name);
        row.add(value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
      }
    }
  }
}

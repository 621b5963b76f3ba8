package org.sitewatch.report.sheets;

import java.util.Base64;
import java.util.List;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.words.Words;

/** The part of a sheet on one disturbance: pictures, what is known, and room for the verdict. */
final class DisturbanceBlock {
  private static final List<String> VERDICTS =
      List.of("illicit", "authorised", "natural", "false_alarm", "not_reached");

  private final RunRecords records;
  private final Words words;

  DisturbanceBlock(RunRecords records, Words words) {
    this.records = records;
    this.words = words;
  }

  String html(DisturbanceRecord one) {
    var block = new Markup().raw("<article>\n");
    one.evidence()
        .ifPresentOrElse(
            evidence -> pictures(block, evidence),
            () ->
                block
                    .raw("<div class=\"pictures none\">")
                    .element("p", words.text("sheets.no_picture"))
                    .raw("</div>\n"));
    var tell = new Telling(one, words);
    block.raw("<div class=\"facts\">\n<h2><b>" + one.rank() + "</b> ").text(tell.what());
    block
        .raw(" <small dir=\"ltr\">")
        .text(one.id())
        .raw("</small></h2>\n<p>")
        .text(tell.confidence())
        .raw(" · ")
        .text(tell.looks());
    block.raw("</p>\n<p>").text(words.text("sheets.occurred", tell.interval()));
    block.raw("</p>\n<p>").text(tell.area()).raw(" · ").text(tell.zone()).raw("</p>\n");
    places(block, one);
    block.raw("<p class=\"ticks\">");
    for (String verdict : VERDICTS) {
      block.raw("<span><i></i>").text(words.text("sheets.verdict." + verdict)).raw("</span>");
    }
    block.raw("</p>\n</div>\n");
    block.raw("<p class=\"note\">").text(words.text("sheets.note")).raw("</p>\n");
    one.evidence().ifPresent(evidence -> block.raw(LookStrip.html(evidence.looks())));
    return block.raw("</article>\n").toString();
  }

  private static void places(Markup block, DisturbanceRecord one) {
    block.raw("<p class=\"places\" dir=\"ltr\">");
    if (!one.text("mgrs").isEmpty()) {
      block.raw("<b>").text("MGRS " + one.text("mgrs")).raw("</b> ");
    }
    block.raw("<span>").text(Place.decimal(one.lon(), one.lat())).raw("</span> <span>");
    block.text(Place.sexagesimal(one.lon(), one.lat())).raw("</span>");
    block.raw("</p>\n");
  }

  private void pictures(Markup block, Evidence evidence) {
    block.raw("<div class=\"pictures\">\n");
    for (String shows : Evidence.KINDS) {
      String file = evidence.pictures().get(shows);
      if (file != null) {
        String utc = evidence.shown(shows).utc().toString();
        String day = Telling.leftToRight(utc.substring(0, 10), words);
        String caption = words.text("sheets.picture." + shows) + " " + day;
        block.raw("<figure><img alt=\"").text(caption).raw("\" src=\"data:image/png;base64,");
        block.raw(Base64.getEncoder().encodeToString(records.picture(file))).raw("\">");
        block.element("figcaption", caption).raw("</figure>\n");
      }
    }
    block.raw("</div>\n");
  }
}

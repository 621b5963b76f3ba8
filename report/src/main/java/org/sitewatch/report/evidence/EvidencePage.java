package org.sitewatch.report.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.words.PlainText;

/**
 * The page of an archive: what was found, from which looks, how, and how to check it. It asks for
 * no network and runs no script.
 */
public final class EvidencePage {
  private static final String TEMPLATE = "page_en.html";

  private EvidencePage() {}

  /**
   * What a page is made of.
   *
   * @param disturbance its properties in the report
   * @param explanation lines of {@code sitewatch explain}
   * @param evidence pictures and looks, where the run kept some
   * @param windows paths of the windows in the archive
   * @param facts other words to fill in, by name: {@code run}, {@code previous} …
   */
  public record Content(
      JsonNode disturbance,
      String explanation,
      Optional<Evidence> evidence,
      List<String> windows,
      Map<String, String> facts) {}

  public static byte[] of(Content content) {
    String page = template();
    page = page.replace("{{looks}}", looks(content));
    page = page.replace("{{pictures}}", pictures(content));
    page = page.replace("{{explanation}}", escaped(content.explanation()));
    page = page.replace("{{windows}}", items(content.windows()));
    for (Map.Entry<String, String> fact : content.facts().entrySet()) {
      page = page.replace("{{" + fact.getKey() + "}}", escaped(fact.getValue()));
    }
    for (String property : List.of("id", "site_id", "site_name", "reason")) {
      page = page.replace("{{" + property + "}}", escaped(text(content, property)));
    }
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Content content, String property) {
    return content.disturbance().path(property).asText("");
  }

  private static String pictures(Content content) {
    var html = new StringBuilder();
    content
        .evidence()
        .ifPresent(
            evidence -> {
              for (String kind : Evidence.KINDS) {
                String file = evidence.pictures().get(kind);
                if (file != null) {
                  Evidence.Shown shown = evidence.shown(kind);
                  html.append("<figure><img src=\"run/").append(escaped(file));
                  html.append("\" alt=\"\"><figcaption>").append(kind.replace('_', ' '));
                  html.append(", ").append(escaped(shown.sceneId()));
                  html.append(", ").append(shown.utc()).append("</figcaption></figure>\n");
                }
              }
            });
    return html.toString();
  }

  private static String looks(Content content) {
    var html = new StringBuilder();
    content
        .evidence()
        .ifPresent(
            evidence ->
                evidence
                    .looks()
                    .forEach(
                        look ->
                            html.append("<tr><td>")
                                .append(look.utc())
                                .append("</td><td>")
                                .append(escaped(look.sceneId()))
                                .append("</td><td>")
                                .append(escaped(look.state()))
                                .append("</td></tr>\n")));
    return html.toString();
  }

  private static String items(List<String> paths) {
    var html = new StringBuilder();
    paths.forEach(path -> html.append("<li>").append(escaped(path)).append("</li>\n"));
    return html.toString();
  }

  private static String template() {
    try (InputStream in = EvidencePage.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(TEMPLATE + " is part of the program", unreadable);
    }
  }

  /** Braces too, so that what is filled in is never taken for a place to fill. */
  private static String escaped(String text) {
    String plain = text.lines().map(PlainText::of).reduce((a, b) -> a + "\n" + b).orElse("");
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("{", "&#123;");
  }
}

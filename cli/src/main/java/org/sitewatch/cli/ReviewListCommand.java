package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.sitewatch.report.TerminalText;
import org.sitewatch.report.review.Review;
import org.sitewatch.report.review.Reviews;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch review list}: a line a verdict. */
@Command(
    name = "list",
    description = "Lists the verdicts that hold: id, verdict, day, by whom, run, note.",
    footer = {"", "Example: sitewatch review list --workspace orkhon --all"})
final class ReviewListCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(names = "--all", description = "Also those that a later verdict has superseded.")
  private boolean all;

  @Override
  public Integer call() {
    Reviews reviews = shared.workspace().reviews().reviews();
    SortedMap<String, Review> inForce = reviews.inForce(LocalDate.MAX);
    var told = new ArrayList<Review>(all ? reviews.inOrder() : inForce.values());
    told.sort(Comparator.comparing(Review::id)); // stable: by day below it
    if (shared.json()) {
      shared.print(json(told, inForce));
      return ExitCode.DONE.code();
    }
    for (Review review : told) {
      String line =
          "%s\t%s\t%s\t%s\t%s\t%s\t%s"
              .formatted(
                  TerminalText.of(review.id()),
                  review.verdict().label(),
                  review.verifiedOn(),
                  TerminalText.of(review.verifiedBy()),
                  review.sighting().runId(),
                  inForce.get(review.id()) == review ? "holds" : "superseded",
                  TerminalText.of(review.note()));
      shared.print(line);
    }
    return ExitCode.DONE.code();
  }

  private static String json(List<Review> told, SortedMap<String, Review> inForce) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Review review : told) {
      array
          .addObject()
          .put("id", review.id())
          .put("site_id", review.sighting().siteId())
          .put("verdict", review.verdict().label())
          .put("verified_by", review.verifiedBy())
          .put("verified_on", review.verifiedOn().toString())
          .put("note", review.note())
          .put("run", review.sighting().runId())
          .put("holds", inForce.get(review.id()) == review);
    }
    return JsonNodeFactory.instance.objectNode().set("reviews", array).toString();
  }
}

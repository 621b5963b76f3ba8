package org.sitewatch.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitewatch.detect.score.ClassPool;
import org.sitewatch.detect.score.ClassPool.Member;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.sites.LandCover;

/** The pools of a run as JSON: a list a year; counts as one text, since there are many. */
public final class PoolsJson {
  private PoolsJson() {}

  /** Names are in order. */
  public static ObjectNode write(ClassPools pools) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    pools
        .byYear()
        .forEach(
            (year, pool) -> {
              var members = node.putArray(year.toString());
              for (Member one : pool.members()) {
                members
                    .addObject()
                    .put("land_cover", one.cover().label())
                    .put("raised", text(one.raised()))
                    .put("series", CanonicalJson.text(one.series()))
                    .put("site_id", CanonicalJson.text(one.siteId()));
              }
            });
    return node;
  }

  /**
   * @throws IllegalArgumentException for what {@link #write} does not give
   */
  public static ClassPools read(JsonNode node) {
    var byYear = new TreeMap<Integer, ClassPool>();
    for (Map.Entry<String, JsonNode> year : node.properties()) {
      var members = new ArrayList<Member>();
      for (JsonNode one : year.getValue()) {
        members.add(member(one));
      }
      byYear.put(Integer.parseInt(year.getKey()), new ClassPool(members));
    }
    return new ClassPools(byYear);
  }

  private static Member member(JsonNode node) {
    String word = node.path("land_cover").asText();
    LandCover cover =
        LandCover.findLabel(word)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "land_cover must be %s, got '%s'".formatted(LandCover.WORDS, word)));
    return new Member(
        node.path("site_id").asText(),
        node.path("series").asText(),
        cover,
        Arrays.stream(node.path("raised").asText().split(" ")).map(Integer::valueOf).toList());
  }

  private static String text(List<Integer> raised) {
    return raised.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}

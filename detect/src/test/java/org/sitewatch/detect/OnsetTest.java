package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.segment.PixelSet;

/**
 * Looks in a word: C clean, D disturbed, X under cloud, F clear by the mask but taken for cloud by
 * our own screen; those before the bar are older than the evidence.
 */
class OnsetTest {
  private static final int PLACE = 30 * SyntheticTile.SIDE + 25;
  private static final PixelSet PIXELS =
      PixelSet.of(SyntheticTile.SIDE, SyntheticTile.SIDE, PLACE, PLACE + 1, PLACE + 2);
  private static final float CHANGE = 5;
  private static final float NOISE = 0.2f;

  @ParameterizedTest
  @CsvSource({
    // looks, from, to, clear, disturbed
    "|CCCDD, 2, 3, 2, 2",
    "|CCXDXD, 1, 3, 2, 2",
    "|CDCDD, 0, 1, 4, 3",
    "|DCCDD, 2, 3, 2, 2",
    "|CCXXDD, 1, 4, 2, 2",
    "|CFFDD, 0, 3, 2, 2",
    "CC|DDD, 1, 2, 3, 3",
    "CX|XDDD, 0, 3, 3, 3",
    "|DDD, , 0, 3, 3",
    "|XXDDD, , 2, 3, 3",
    "F|XDDD, 0, 2, 3, 3",
    "|CCCCCDD, 4, 5, 2, 2",
  })
  void aDisturbanceBeganBetweenTheLastLookWithoutAndTheFirstWith(
      String word, Integer from, int to, int clear, int disturbed) {
    Onset onset = Onset.of(evidence(word), PIXELS);
    assertEquals(from, onset.lastWithout().orElse(null), "occurred from");
    assertEquals(to, onset.first(), "occurred to");
    assertEquals(clear, onset.looksClear());
    assertEquals(disturbed, onset.looksDisturbed());
    assertEquals(true, onset.showsNow());
  }

  @ParameterizedTest
  @CsvSource({"|CCCDDC", "|CCDDDC", "|CCDDDXC"})
  void whatTheNewestLookDoesNotShowIsNotRaisedByIt(String word) {
    assertEquals(false, Onset.of(evidence(word), PIXELS).showsNow());
  }

  /** Of five looks two show it: their median would be the largest of three noises. */
  @Test
  void theDirectionIsThatOfTheWindowThatSaysMost() {
    assertEquals(CHANGE, Onset.of(evidence("|CCCCCDD"), PIXELS).direction().length(), 1e-6);
  }

  private static LookEvidence evidence(String word) {
    String looks = word.replace("|", "");
    int older = word.indexOf('|');
    var tile = new SyntheticTile(3, LocalDate.of(2024, 1, 1), looks.length(), 10);
    for (int look = 0; look < looks.length(); look++) {
      if (looks.charAt(look) == 'X') {
        tile.cloudEverywhere(look);
      }
    }
    var recent = new ArrayList<SeenLook>();
    for (int look = older; look < looks.length(); look++) {
      if (looks.charAt(look) != 'X') {
        recent.add(seen(look, looks.charAt(look)));
      }
    }
    return evidence(new ClearLooks(tile.stack(), DetectConfig.DEFAULT), recent);
  }

  private static final Expectation NOTHING =
      new Expectation() {
        @Override
        public double difference(int band, int pixel) {
          return 0;
        }

        @Override
        public double expected(int band, int pixel) {
          return 0;
        }
      };

  private static LookEvidence evidence(ClearLooks looks, List<SeenLook> recent) {
    int pixels = SyntheticTile.GRID.size();
    int judged = looks.stack().looks().size() - 1;
    return new LookEvidence(
        looks,
        judged,
        new int[pixels],
        new float[pixels],
        recent,
        NOTHING,
        new SceneNullRule(15, 6),
        Method.LONG);
  }

  /** One in ten pixels of the scene is as loud as 1; noise of the place changes sign by look. */
  private static SeenLook seen(int look, char kind) {
    var z = new float[4][SyntheticTile.GRID.size()];
    for (float[] band : z) {
      Arrays.fill(band, NOISE);
      IntStream.range(0, band.length).filter(i -> i % 9 == 0).forEach(i -> band[i] = 1);
      PIXELS.stream().forEach(i -> band[i] = kind == 'D' ? CHANGE : look % 2 == 0 ? NOISE : -NOISE);
    }
    var speaks = new boolean[SyntheticTile.GRID.size()];
    Arrays.fill(speaks, true);
    PIXELS.stream().forEach(i -> speaks[i] = kind != 'F');
    return new SeenLook(look, z, speaks);
  }
}

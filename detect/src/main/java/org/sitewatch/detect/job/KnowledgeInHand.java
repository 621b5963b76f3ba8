package org.sitewatch.detect.job;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.sitewatch.detect.KnowledgeShelf;

/** Holds what was asked for last, so that it is learnt or read from the disk only once. */
final class KnowledgeInHand implements KnowledgeShelf {
  private final KnowledgeShelf behind;
  private LocalDate day = LocalDate.MIN;
  private boolean[][] frozen = {};
  private Optional<byte[]> knowledge = Optional.empty();

  KnowledgeInHand(KnowledgeShelf behind) {
    this.behind = behind;
  }

  @Override
  public Optional<byte[]> find(LocalDate asked, boolean[][] without) {
    if (knowledge.isEmpty() || !asked.equals(day) || !Arrays.deepEquals(without, frozen)) {
      hold(asked, without, behind.find(asked, without));
    }
    return knowledge;
  }

  @Override
  public void keep(LocalDate learntOn, boolean[][] without, byte[] learnt) {
    behind.keep(learntOn, without, learnt);
    hold(learntOn, without, Optional.of(learnt));
  }

  private void hold(LocalDate of, boolean[][] without, Optional<byte[]> what) {
    day = of;
    frozen = without;
    knowledge = what;
  }
}

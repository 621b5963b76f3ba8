package org.sitewatch.sites.registry.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which charset text is in that does not say so: UTF-8 if it is valid as that, Windows-1251 if it
 * reads as Cyrillic words, else unknown. Words tell: Latin letters and others are not mixed in one,
 * capitals stand at the start or everywhere, and there are vowels. Arabic, Greek, Western and DOS
 * code pages fail one of these.
 */
public final class CharsetGuess {
  private static final int MIN_LETTERS = 6;
  private static final double MIN_GOOD_SHARE = 0.9;
  private static final int LONG_WORD = 3;
  private static final int MAX_SAMPLE_BYTES = 1 << 20;
  private static final String VOWELS = "аеёиоуыэюяійөүєїАЕЁИОУЫЭЮЯІЙӨҮЄЇ";
  private static final String MARKS = "№«»–—“”„‘’…\u00a0°§·•";

  private int cyrillicLetters;
  private int strange;
  private int words;
  private int goodWords;
  private boolean hasMongolian;
  private boolean hasUkrainian;

  private CharsetGuess() {}

  /**
   * @param samples pieces of text in the one unknown charset
   * @return empty if it is none of those that can be told
   */
  public static Optional<TextCharset> of(List<byte[]> samples) {
    if (samples.stream().allMatch(sample -> TextCharset.UTF_8.decode(sample).isPresent())) {
      return Optional.of(TextCharset.UTF_8);
    }
    var guess = new CharsetGuess();
    for (byte[] sample : samples) {
      byte[] start = Arrays.copyOf(sample, Math.min(sample.length, MAX_SAMPLE_BYTES));
      Optional<String> text = TextCharset.CYRILLIC.decode(start);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      for (String word : text.get().split("[^\\p{L}\u0080-\uffff]+")) {
        guess.word(word);
      }
    }
    boolean cyrillic =
        guess.cyrillicLetters >= MIN_LETTERS
            && guess.goodWords >= MIN_GOOD_SHARE * guess.words
            && guess.strange <= (1 - MIN_GOOD_SHARE) / 2 * guess.cyrillicLetters;
    return cyrillic
        ? Optional.of(
            new TextCharset(
                TextCharset.CYRILLIC.charset(), guess.hasMongolian && !guess.hasUkrainian))
        : Optional.empty();
  }

  /** Whether Windows-1251 text holds the places of Ө and Ү, and no і that Ukrainian would have. */
  public static boolean looksMongolian(List<byte[]> samples) {
    return of(samples).map(TextCharset::mongolian).orElse(false);
  }

  private void word(String word) {
    int cyrillic = 0;
    int latin = 0;
    int vowels = 0;
    int small = 0;
    int smallBeforeCapital = 0;
    for (char letter : word.toCharArray()) {
      if (Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.CYRILLIC) {
        cyrillic++;
        vowels += VOWELS.indexOf(letter) >= 0 ? 1 : 0;
        boolean isSmall = Character.isLowerCase(letter);
        smallBeforeCapital += !isSmall && small > 0 ? 1 : 0;
        small += isSmall ? 1 : 0;
        hasMongolian |= "ЄєЇї".indexOf(letter) >= 0;
        hasUkrainian |= "ІіҐґ".indexOf(letter) >= 0;
      } else if (letter < 0x80) {
        latin++;
      } else if (MARKS.indexOf(letter) < 0) {
        strange++;
      }
    }
    if (cyrillic == 0) {
      return;
    }
    int capitals = cyrillic - small;
    boolean goodCase = smallBeforeCapital == 0 && (capitals <= 1 || small == 0);
    boolean isLong = cyrillic >= LONG_WORD;
    cyrillicLetters += isLong ? cyrillic : 0;
    words++;
    goodWords += latin == 0 && goodCase && (!isLong || vowels > 0) ? 1 : 0;
  }
}

package org.sitewatch.sites.registry.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * How bytes become letters. Mongolian fonts of the 1990s drew Ө and Ү where Windows-1251 has Є and
 * Ї; {@code mongolian} puts them back.
 */
public record TextCharset(Charset charset, boolean mongolian) {
  public static final TextCharset UTF_8 = new TextCharset(StandardCharsets.UTF_8, false);
  public static final String MONGOLIAN = "windows-1251-mn";

  static final TextCharset CYRILLIC = new TextCharset(Charset.forName("windows-1251"), false);

  /**
   * A charset as a .cpg file or a person names it: {@code UTF-8}, {@code 1251}, {@code ANSI 1251},
   * {@code 88591}, {@code OEM 866}, {@code windows-1251-mn}.
   */
  public static Optional<TextCharset> named(String name) {
    String word = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^(ansi|oem|cp) +", "cp");
    if (word.equals(MONGOLIAN)) {
      return Optional.of(new TextCharset(CYRILLIC.charset, true));
    }
    String digits = word.replaceFirst("^(cp|ldid/)", "");
    String known =
        switch (digits) {
          case "65001", "utf8", "utf 8" -> "UTF-8";
          case "88591", "8859_1", "iso 8859-1", "iso88591" -> "ISO-8859-1";
          case "88595", "8859_5", "iso 8859-5" -> "ISO-8859-5";
          default ->
              digits.matches("125[0-8]")
                  ? "windows-" + digits
                  : digits.matches("[4-8]\\d\\d") ? "IBM" + digits : word;
        };
    boolean legal = known.matches("[A-Za-z0-9][A-Za-z0-9._:+-]*");
    return legal && Charset.isSupported(known)
        ? Optional.of(new TextCharset(Charset.forName(known), false))
        : Optional.empty();
  }

  /** Empty if the bytes are not of this charset. */
  public Optional<String> decode(byte[] bytes) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(mongolian ? mongolian(text) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String mongolian(String text) {
    return text.replace('Є', 'Ө').replace('є', 'ө').replace('Ї', 'Ү').replace('ї', 'ү');
  }

  /** The name to give to {@code --charset}. */
  public String label() {
    return mongolian ? MONGOLIAN : charset.name().toLowerCase(Locale.ROOT);
  }
}

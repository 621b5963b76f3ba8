package org.sitewatch.sites.registry.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.registry.RawLayer;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryFinding.Severity;
import org.sitewatch.sites.registry.text.CharsetGuess;
import org.sitewatch.sites.registry.text.TextCharset;

/**
 * The bytes of a table as letters.
 *
 * @param text empty if there is an error among the findings
 */
record CsvText(String text, List<RegistryFinding> findings, List<String> notices) {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};

  /**
   * By the byte order mark, what a person says, or a guess.
   *
   * @param file its name, for messages
   */
  static CsvText of(String file, byte[] bytes, Optional<TextCharset> demanded) {
    if (startsWith(bytes, UTF_16LE_MARK)) {
      var utf16 = new TextCharset(StandardCharsets.UTF_16LE, false);
      return told(file, Arrays.copyOfRange(bytes, 2, bytes.length), utf16, "its first bytes say");
    }
    if (startsWith(bytes, UTF_8_MARK)) {
      byte[] rest = Arrays.copyOfRange(bytes, UTF_8_MARK.length, bytes.length);
      return told(file, rest, TextCharset.UTF_8, "its first bytes say");
    }
    if (demanded.isPresent()) {
      return told(file, bytes, demanded.get(), "--charset says");
    }
    Optional<TextCharset> guess = CharsetGuess.of(List.of(bytes));
    if (guess.isEmpty() || guess.get().decode(bytes).isEmpty()) {
      return failed(file + ": its text is neither UTF-8 nor plainly Cyrillic Windows-1251");
    }
    String text = guess.get().decode(bytes).orElse("");
    if (guess.get().equals(TextCharset.UTF_8)) {
      return new CsvText(text, List.of(), List.of());
    }
    String notice =
        "%s is not UTF-8; its text was taken as %s; if that is wrong, say --charset"
            .formatted(file, guess.get().label());
    return new CsvText(
        text, List.of(RawLayer.finding(Code.A3, Severity.WARNING, notice)), List.of());
  }

  private static CsvText told(String file, byte[] bytes, TextCharset charset, String who) {
    return charset
        .decode(bytes)
        .map(
            text ->
                new CsvText(
                    text,
                    List.of(),
                    List.of("text of %s read as %s, as %s".formatted(file, charset.label(), who))))
        .orElseGet(
            () -> failed("%s: its text is not %s, as %s".formatted(file, charset.label(), who)));
  }

  private static CsvText failed(String what) {
    String cure = "; say which it is, as in --charset windows-1252, ibm866 or windows-1256";
    return new CsvText(
        "", List.of(RawLayer.finding(Code.A3, Severity.ERROR, what + cure)), List.of());
  }

  boolean hasFailed() {
    return findings.stream().anyMatch(RegistryFinding::isError);
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}

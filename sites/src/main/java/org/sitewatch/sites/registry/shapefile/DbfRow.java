package org.sitewatch.sites.registry.shapefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.text.TextCharset;

/** A row of a table as attributes. */
final class DbfRow {
  static final int FULL_NAME_BYTES = 10;

  private static final Pattern LOST = Pattern.compile("\\p{L}\\?+\\p{L}|^\\?[? ]*\\?$");

  private DbfRow() {}

  static TreeMap<String, Object> attributes(
      DbfTable table, int row, TextCharset charset, List<Flaw> flaws) {
    var attributes = new TreeMap<String, Object>();
    for (DbfTable.Field field : table.fields()) {
      byte[] bytes = table.value(row, field);
      String name = name(field, charset);
      if (bytes.length > 0 && !name.isEmpty()) {
        Optional<Object> value = value(bytes, field, charset);
        value.ifPresent(known -> attributes.put(name, known));
        if (value.isEmpty() && !isNothing(bytes)) {
          attributes.put(name, text(bytes, field.length(), charset)); // whoever uses it refuses it
          String text = "attribute '%s' is not of its type %s; it is kept as text";
          flaws.add(Flaw.warning(Code.A4, text.formatted(name, shown(field.type()))));
        }
        if (value.filter(DbfRow::hasLostLetters).isPresent()) {
          String text = "'%s' has question marks for letters that were lost when the file was";
          flaws.add(
              Flaw.warning(Code.A3, text.formatted(name) + " written; export it again as UTF-8"));
        }
      }
    }
    return attributes;
  }

  /** A question mark within a word, or nothing but question marks. */
  private static boolean hasLostLetters(Object value) {
    return LOST.matcher(value.toString()).find();
  }

  static String name(DbfTable.Field field, TextCharset charset) {
    return text(field.name(), FULL_NAME_BYTES, charset);
  }

  /** Names that fill their ten bytes may have been cut. */
  static boolean isCut(DbfTable.Field field) {
    return field.name().length >= FULL_NAME_BYTES - 1;
  }

  private static String text(byte[] bytes, int fullBytes, TextCharset charset) {
    return charset
        .decode(bytes)
        .or(() -> charset.decode(whole(bytes, fullBytes)))
        .orElseGet(() -> new String(bytes, charset.charset()))
        .strip();
  }

  /** Without the piece of a UTF-8 letter that was cut off where field or name was full. */
  static byte[] whole(byte[] text, int fullBytes) {
    for (int cut = 1; text.length == fullBytes && cut <= Math.min(3, text.length); cut++) {
      int kept = text.length - cut;
      byte[] shorter = Arrays.copyOf(text, kept);
      boolean isPiece = (text[kept] & 0xC0) == 0xC0;
      if (isPiece && isForeign(shorter) && TextCharset.UTF_8.decode(shorter).isPresent()) {
        return shorter;
      }
    }
    return text;
  }

  /** Whether there is a letter beyond ASCII. */
  static boolean isForeign(byte[] text) {
    for (byte one : text) {
      if (one < 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Object> value(byte[] bytes, DbfTable.Field field, TextCharset charset) {
    if (field.type() == 'C') {
      return Optional.of(text(bytes, field.length(), charset));
    }
    String word = new String(bytes, StandardCharsets.ISO_8859_1).strip();
    return switch (field.type()) {
      case 'N', 'F' -> number(word);
      case 'L' ->
          word.matches("[TtYyFfNn]") ? Optional.of(word.matches("[TtYy]")) : Optional.empty();
      case 'D' ->
          word.matches("\\d{8}")
              ? Optional.of(
                  word.substring(0, 4) + "-" + word.substring(4, 6) + "-" + word.substring(6))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Object> number(String word) {
    try {
      if (word.matches("[+-]?\\d{1,18}")) {
        return Optional.of(Long.parseLong(word));
      }
      double number = word.matches("[0-9eE.+-]{1,60}") ? Double.parseDouble(word) : Double.NaN;
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String shown(char type) {
    return Character.isLetter(type) ? String.valueOf(type) : "?";
  }

  /** How programs write that there is no value. */
  private static boolean isNothing(byte[] bytes) {
    String word = new String(bytes, StandardCharsets.ISO_8859_1);
    return word.matches("[*?\\x00 ]*|0{8}");
  }
}

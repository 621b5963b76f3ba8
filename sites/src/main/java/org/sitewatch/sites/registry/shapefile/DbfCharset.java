package org.sitewatch.sites.registry.shapefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.registry.RawLayer;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryFinding.Severity;
import org.sitewatch.sites.registry.text.CharsetGuess;
import org.sitewatch.sites.registry.text.TextCharset;

/** Which charset a table is in, and who says so: a person, the .cpg, the header, or its letters. */
final class DbfCharset {
  private static final int MAX_SAMPLES = 20_000;
  private static final int ANY_ANSI = 0x57;

  private final String file;
  private final List<byte[]> samples;
  private final List<RegistryFinding> findings = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private TextCharset charset = TextCharset.UTF_8;

  private DbfCharset(String file, List<byte[]> samples) {
    this.file = file;
    this.samples = samples;
  }

  static DbfCharset of(
      String file, DbfTable table, Optional<byte[]> cpg, Optional<TextCharset> demanded) {
    var result = new DbfCharset(file, samples(table));
    if (demanded.isPresent()) {
      result.take(demanded.get(), "--charset");
    } else if (cpg.isPresent()) {
      result.takeCpg(new String(cpg.get(), StandardCharsets.ISO_8859_1).strip());
    } else {
      Optional<TextCharset> header = ofDriver(table.languageDriver());
      if (header.isPresent()) {
        result.take(header.get(), "its header");
      } else {
        result.guess();
      }
    }
    return result;
  }

  TextCharset charset() {
    return charset;
  }

  List<RegistryFinding> findings() {
    return findings;
  }

  List<String> notices() {
    return notices;
  }

  private void takeCpg(String name) {
    Optional<TextCharset> known = TextCharset.named(name);
    if (known.isPresent()) {
      take(known.get(), "its .cpg");
    } else {
      String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
      error(
          "its .cpg names an unknown charset '%s'".formatted(shown.replaceAll("\\p{Cntrl}", "?")));
    }
  }

  private void take(TextCharset chosen, String who) {
    charset = chosen;
    for (byte[] sample : samples) {
      if (chosen.decode(sample).isEmpty()) {
        error("its text is not %s, as %s says".formatted(chosen.label(), who));
        return;
      }
    }
    if (!samples.isEmpty()) {
      notices.add("text of %s read as %s, as %s says".formatted(file, chosen.label(), who));
      boolean old = chosen.label().equals("windows-1251") && CharsetGuess.looksMongolian(samples);
      if (old) {
        warn("has Є and Ї where Mongolian has Ө and Ү; --charset windows-1251-mn puts them back");
      }
    }
  }

  private void guess() {
    Optional<TextCharset> guessed = CharsetGuess.of(samples);
    if (guessed.isEmpty()) {
      error("it has no .cpg, and its text is neither UTF-8 nor plainly Cyrillic Windows-1251");
      return;
    }
    charset = guessed.get();
    if (samples.isEmpty()) {
      return;
    }
    notices.add("text of %s read as %s (guessed)".formatted(file, charset.label()));
    if (!charset.equals(TextCharset.UTF_8)) {
      String example = charset.decode(samples.get(0)).orElse("").strip();
      String shown = example.length() > 30 ? example.substring(0, 30) + "…" : example;
      warn(
          "has no .cpg; its text was taken as %s, as in '%s'; if that is wrong, say --charset"
              .formatted(charset.label(), shown));
    }
  }

  private void warn(String text) {
    findings.add(RawLayer.finding(Code.A3, Severity.WARNING, file + " " + text));
  }

  private void error(String text) {
    String cure = "; say which it is, as in --charset windows-1252, ibm866 or windows-1256";
    findings.add(RawLayer.finding(Code.A3, Severity.ERROR, file + ": " + text + cure));
  }

  /** Language drivers of dBASE and FoxPro that leave no doubt. */
  private static Optional<TextCharset> ofDriver(int code) {
    return switch (code) {
      case 0xC9 -> TextCharset.named("windows-1251");
      case 0x26, 0x65 -> TextCharset.named("IBM866");
      case 0xC8 -> TextCharset.named("windows-1250");
      case 0xCA -> TextCharset.named("windows-1254");
      case 0xCB -> TextCharset.named("windows-1253");
      case 0x7D -> TextCharset.named("windows-1255");
      case 0x7E -> TextCharset.named("windows-1256");
      case ANY_ANSI -> Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Texts with letters beyond ASCII, field names among them. */
  private static List<byte[]> samples(DbfTable table) {
    var samples = new ArrayList<byte[]>();
    for (int row = 0; row < table.rows() && samples.size() < MAX_SAMPLES; row++) {
      for (DbfTable.Field field : table.fields()) {
        if (field.type() == 'C' && !table.isDeleted(row)) {
          byte[] value = DbfRow.whole(table.value(row, field), field.length());
          if (DbfRow.isForeign(value)) {
            samples.add(value);
          }
        }
      }
    }
    for (DbfTable.Field field : table.fields()) {
      byte[] name = DbfRow.whole(field.name(), DbfRow.FULL_NAME_BYTES);
      if (DbfRow.isForeign(name)) {
        samples.add(name);
      }
    }
    return samples;
  }
}

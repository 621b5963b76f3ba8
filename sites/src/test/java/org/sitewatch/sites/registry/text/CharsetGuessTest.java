package org.sitewatch.sites.registry.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetGuessTest {
  private static Optional<String> guess(String text, String charset) {
    List<byte[]> samples =
        Arrays.stream(text.split(","))
            .map(word -> word.getBytes(Charset.forName(charset)))
            .toList();
    return CharsetGuess.of(samples).map(TextCharset::label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Хустайн нуруу, Онон-Балж, Дорнод;windows-1251;windows-1251",
        "Єндєр Булаг, Хєшєє Цайдам, Тївшрїїлэх;windows-1251;windows-1251-mn",
        "Софія Київська, пам'ятник історії;windows-1251;windows-1251",
        "КУРГАН № 3 (у реки), г. Псков;windows-1251;windows-1251",
        "Хөшөө Цайдам;UTF-8;utf-8",
        "Qal’at al-Ḥiṣn, Petra;UTF-8;utf-8",
        "Petra;US-ASCII;utf-8"
      })
  void cyrillicAndUtf8AreTold(String text, String charset, String expected) {
    assertEquals(Optional.of(expected), guess(text, charset));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Château de Coucy, Abbaye Saint-Évroult, Forêt;windows-1252",
        "Gräberfeld Süd, Köln, Schöneberg;ISO-8859-1",
        "البتراء, قلعة الحصن, مدينة شبام القديمة;windows-1256",
        "Ακρόπολη, Δελφοί, Μυκήνες, Ολυμπία;windows-1253",
        "Каракорум, Хустайн нуруу;IBM866",
        "Каракорум, Хустайн нуруу;KOI8-R",
        "Каракорум, Хустайн нуруу;ISO-8859-5",
        "Çatalhöyük, Göbekli Tepe, Şanlıurfa;windows-1254",
        "长城, 兵马俑, 古城;GBK",
        "Гол;windows-1251"
      })
  void whatIsNotPlainIsNotGuessed(String text, String charset) {
    assertEquals(Optional.empty(), guess(text, charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1251", "CP1251", "cp 1251", "ANSI 1251", "windows-1251", "Windows-1251"})
  void aCpgMayNameCyrillicInManyWays(String name) {
    assertEquals("windows-1251", TextCharset.named(name).orElseThrow().label());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, utf-8",
    "65001, utf-8",
    "utf8, utf-8",
    "88591, iso-8859-1",
    "OEM 866, ibm866",
    "866, ibm866",
    "ISO-8859-1, iso-8859-1",
    "windows-1251-mn, windows-1251-mn"
  })
  void otherNamesOfCpgFiles(String name, String label) {
    assertEquals(label, TextCharset.named(name).orElseThrow().label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "klingon", "../etc/passwd", "<html>"})
  void unknownNamesAreNone(String name) {
    assertTrue(TextCharset.named(name).isEmpty());
  }

  @Test
  void mongolianLettersArePutBack() {
    byte[] old = "Єндєр Їзїїр".getBytes(Charset.forName("windows-1251"));
    assertEquals(
        "Өндөр Үзүүр",
        TextCharset.named("windows-1251-mn").orElseThrow().decode(old).orElseThrow());
  }
}

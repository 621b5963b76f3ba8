package org.sitewatch.sites.registry.mapping;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitewatch.sites.Zone;

/** What planners call the zones. */
final class ZoneWord {
  private static final Map<Zone, Set<String>> WORDS =
      new EnumMap<>(
          Map.of(
              Zone.CORE,
              words(
                  "core, core zone, core area, core zones, site, sites, property, inscribed property,"
                      + " nominated property, monument, boundary, site boundary, zone centrale, bien,"
                      + " noyau, zone coeur, cœur, site classé, ядро, ядровая зона, территория памятника,"
                      + " территория объекта, памятник, цөм бүс, цөм, дурсгал, дурсгалын талбай,"
                      + " онцгой хамгаалалтын бүс, núcleo, zona núcleo, zona central, sitio, polígono"),
              Zone.BUFFER,
              words(
                  "buffer, buffers, buffer zone, buffer zones, buffer area, zone tampon, tampon,"
                      + " zones tampons, буфер, буферная зона, охранная зона, защитная зона,"
                      + " хамгаалалтын бүс, орчны бүс, орчны хамгаалалтын бүс, буфер бүс,"
                      + " zona de amortiguamiento, amortiguamiento, zona de amortiguación,"
                      + " área de amortiguamiento"),
              Zone.SETTING,
              words(
                  "setting, settings, wider setting, landscape, environs, abords, zone d'influence,"
                      + " aire d'influence, environnement, окружение, зона регулирования застройки,"
                      + " зона охраняемого ландшафта, нөлөөллийн бүс, хязгаарлалтын бүс, entorno,"
                      + " zona de influencia, paisaje")));

  private ZoneWord() {}

  private static Set<String> words(String names) {
    return Arrays.stream(names.split(",")).map(FieldWord::of).collect(Collectors.toSet());
  }

  static Optional<Zone> find(String text) {
    String word = FieldWord.of(text);
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}

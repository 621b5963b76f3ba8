package org.sitewatch.cli.demo;

import static org.sitewatch.cli.demo.DemoSite.Form.CORE_BUFFER;
import static org.sitewatch.cli.demo.DemoSite.Form.HOLE;
import static org.sitewatch.cli.demo.DemoSite.Form.PLAIN;
import static org.sitewatch.cli.demo.DemoSite.Form.TWO_PARTS;

import java.util.List;

/**
 * The sites of the demo. Names are made up of ordinary words (spring, ridge, cairn); no place is
 * meant. Hills with rock lie in the north-west, steppe in the west, a river in the middle, fields
 * east of it, desert in the south.
 */
final class SitePlan {
  /** The site that no scene covers. */
  static final String OUTSIDE = "mn-26";

  /** The site that lies under cloud in the weeks that are scanned. */
  static final String CLOUDED = "mn-08";

  /** The one site on the plain whose ground is farmed. */
  static final String WITH_FIELDS = "mn-10";

  private static final String NATIONAL = "national monument";
  private static final String PROVINCE = "province protected";
  private static final String LISTED = "listed";

  private SitePlan() {}

  static List<DemoSite> sites() {
    return List.of(
        site(1, "Хүрэн хадны сүг зураг", 1150, 1150, 420, 2, CORE_BUFFER, NATIONAL),
        site(2, "Зүүн өвөр хиргисүүр", 3350, 1050, 230, 3, PLAIN, PROVINCE),
        site(3, "Бөөрөлжүүт булш", 5050, 1200, 150, 4, PLAIN, LISTED),
        site(4, "Тариат дов", 8000, 1150, 330, 3, HOLE, PROVINCE),
        site(5, "Хойд дэнж", 9800, 1250, 200, 5, PLAIN, LISTED),
        site(6, "Үнэгт хөтөл", 950, 3250, 120, 4, PLAIN, LISTED),
        site(7, "Мөнх өлгий балгас", 3150, 3250, 1000, 1, CORE_BUFFER, NATIONAL),
        site(8, "Бүрхэг өзөөр", 5250, 3300, 260, 2, PLAIN, PROVINCE),
        site(9, "Голын зүүн суурин", 8250, 3300, 620, 2, CORE_BUFFER, NATIONAL),
        site(10, "Дөрвөн хөшөөт", 9800, 3300, 160, 3, PLAIN, PROVINCE),
        site(11, "Өндөр дов", 900, 5500, 300, 3, TWO_PARTS, PROVINCE),
        site(12, "Төмөр булаг", 2700, 5550, 95, 4, PLAIN, LISTED),
        site(13, "Шар усны дөрвөлжин", 4550, 5500, 500, 2, PLAIN, NATIONAL),
        site(14, "Нарийн тохой", 7300, 5450, 250, 3, PLAIN, PROVINCE),
        site(15, "Цагаан өртөө", 9400, 5500, 430, 3, HOLE, PROVINCE),
        site(16, "Талын чулуун хөрөг", 1250, 7700, 600, 2, CORE_BUFFER, NATIONAL),
        site(17, "Ганц хөшөө", 3300, 7600, 55, 4, PLAIN, LISTED),
        site(18, "Сөөгт толгой", 5150, 7600, 190, 3, PLAIN, LISTED),
        site(19, "Улаан эргийн булш", 8000, 7650, 350, 2, PLAIN, PROVINCE),
        site(20, "Хужирт", 9850, 7700, 75, 5, PLAIN, LISTED),
        site(21, "Элсэн хөтлийн хэрэм", 1300, 9600, 390, 1, CORE_BUFFER, NATIONAL),
        site(22, "Говийн сүмийн туурь", 3700, 8950, 980, 1, CORE_BUFFER, NATIONAL),
        site(23, "Тооройт", 6050, 9600, 130, 4, PLAIN, LISTED),
        site(24, "Баян өлгийн суурин", 8200, 9550, 260, 3, TWO_PARTS, PROVINCE),
        site(25, "Зүүн говийн дов", 9600, 9500, 300, 4, PLAIN, LISTED),
        site(26, "Алсын шанд", 52_000, 4000, 280, 3, PLAIN, PROVINCE));
  }

  private static DemoSite site(
      int number,
      String name,
      double east_m,
      double south_m,
      double radius_m,
      int priority,
      DemoSite.Form form,
      String designation) {
    var id = (number < 10 ? "mn-0" : "mn-") + number;
    return new DemoSite(id, name, east_m, south_m, radius_m, priority, form, designation);
  }

  /** The sites a frame holds entirely, and the one outside every frame. */
  static List<DemoSite> sites(Frame frame) {
    var outline = frame.outline();
    return sites().stream()
        .filter(site -> site.id().equals(OUTSIDE) || outline.covers(site.area()))
        .toList();
  }
}

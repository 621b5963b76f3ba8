package org.sitewatch.cli.demo;

import static org.sitewatch.cli.demo.DemoSite.Form.CORE_BUFFER;
import static org.sitewatch.cli.demo.DemoSite.Form.HOLE;
import static org.sitewatch.cli.demo.DemoSite.Form.PLAIN;
import static org.sitewatch.cli.demo.DemoSite.Form.TWO_PARTS;

import java.util.List;

/**
 * The sites of the demo. Names are made up of ordinary words (spring, ridge, cairn); no place is
 * meant. Hills with rock lie in the north-west, steppe in the west, a river in the middle, fields
 * east of it, desert in the south. The ten in the upper left corner were looked at for more than
 * three years and are judged against a model of their season; they are small, so that learning it
 * takes some seconds. The others have a short history.
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
        site(1, "Хүрэн хадны сүг зураг", 600, 600, 95, 2, CORE_BUFFER, NATIONAL),
        site(2, "Зүүн өвөр хиргисүүр", 1560, 600, 95, 3, PLAIN, PROVINCE),
        site(3, "Бөөрөлжүүт булш", 2600, 520, 45, 4, PLAIN, LISTED),
        site(4, "Тариат дов", 3480, 600, 90, 3, HOLE, PROVINCE),
        site(5, "Хойд дэнж", 9800, 1250, 200, 5, PLAIN, LISTED),
        site(6, "Үнэгт хөтөл", 520, 1480, 45, 4, PLAIN, LISTED),
        site(7, "Мөнх өлгий балгас", 1560, 1560, 100, 1, CORE_BUFFER, NATIONAL),
        site(8, "Бүрхэг өзөөр", 5250, 3300, 200, 2, PLAIN, PROVINCE),
        site(9, "Голын зүүн суурин", 8250, 3300, 300, 2, CORE_BUFFER, NATIONAL),
        site(10, "Дөрвөн хөшөөт", 9800, 3300, 160, 3, PLAIN, PROVINCE),
        site(11, "Өндөр дов", 2520, 1560, 90, 3, TWO_PARTS, PROVINCE),
        site(12, "Төмөр булаг", 3400, 1480, 45, 4, PLAIN, LISTED),
        site(13, "Шар усны дөрвөлжин", 1560, 2520, 95, 2, PLAIN, NATIONAL),
        site(15, "Цагаан өртөө", 9400, 5500, 200, 3, HOLE, PROVINCE),
        site(16, "Талын чулуун хөрөг", 1250, 7700, 220, 2, CORE_BUFFER, NATIONAL),
        site(17, "Ганц хөшөө", 2440, 2440, 45, 4, PLAIN, LISTED),
        site(18, "Сөөгт толгой", 5150, 7600, 190, 3, PLAIN, LISTED),
        site(19, "Улаан эргийн булш", 8000, 7650, 180, 2, PLAIN, PROVINCE),
        site(21, "Элсэн хөтлийн хэрэм", 1300, 9600, 200, 1, CORE_BUFFER, NATIONAL),
        site(22, "Говийн сүмийн туурь", 3700, 8950, 560, 1, CORE_BUFFER, NATIONAL),
        site(24, "Баян өлгийн суурин", 8200, 9550, 150, 3, TWO_PARTS, PROVINCE),
        site(25, "Зүүн говийн дов", 9600, 9500, 150, 4, PLAIN, LISTED),
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

  /** Whether a site lies where the satellite's earlier passes were kept: three years and more. */
  static boolean isLongWatched(String siteId) {
    var corner = Frame.corner().outline();
    return sites().stream()
        .anyMatch(site -> site.id().equals(siteId) && corner.covers(site.area()));
  }

  /** The sites a frame holds entirely, and the one outside every frame. */
  static List<DemoSite> sites(Frame frame) {
    var outline = frame.outline();
    return sites().stream()
        .filter(site -> site.id().equals(OUTSIDE) || outline.covers(site.area()))
        .toList();
  }
}

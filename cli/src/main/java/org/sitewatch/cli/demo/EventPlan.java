package org.sitewatch.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.sitewatch.cli.demo.Event.Kind;
import org.sitewatch.cli.demo.Event.Role;

/** Everything that happens in the demo: what a scan should find, and what it should leave alone. */
final class EventPlan {
  private static final LocalDate STAYS = LocalDate.MAX;

  private final List<Event> events = new ArrayList<>();

  private EventPlan() {}

  static List<Event> events() {
    var plan = new EventPlan();
    plan.addDisturbances();
    plan.addOldAndOffSite();
    plan.addDecoys();
    return List.copyOf(plan.events);
  }

  /** The events that touch a frame. */
  static List<Event> events(Frame frame) {
    var outline = frame.outline();
    return events().stream().filter(event -> outline.intersects(event.footprint())).toList();
  }

  private void addDisturbances() {
    addWhereWatchedLong();
    planted("mn-22", Kind.PITS, day(9, 17), 14, pits(3560, 8830, 34, 6, 110));
    planted(
        "mn-21", Kind.LEVELLING, day(9, 24), 5, EventShapes.levelling(at(1380, 9530), 75, 50, 2.1));
    planted(
        "mn-08", Kind.LEVELLING, day(9, 22), 5, EventShapes.levelling(at(5290, 3330), 80, 60, 1.1));
    planted("mn-16", Kind.TRACK, day(9, 12), 2, track(1250, 7720, 300, 5.5, 0.35));
    planted("mn-09", Kind.TRACK, day(9, 20), 2, track(8270, 3260, 420, 7.5, 1.2));
    planted("mn-15", Kind.BUILDING, day(9, 10), 20, EventShapes.building(at(9480, 5570), 2, 0.4));
    planted(
        "mn-05",
        Kind.PLOUGHING,
        day(9, 26),
        1,
        EventShapes.ploughing(at(9820, 1280), 120, 80, 0.2));
    planted("mn-19", Kind.QUARRY, day(9, 10), 35, EventShapes.quarry(71, at(8080, 7570), 38));
    planted("mn-18", Kind.QUARRY, day(10, 1), 20, EventShapes.quarry(72, at(5180, 7630), 24));
  }

  private void addWhereWatchedLong() {
    planted("mn-01", Kind.PITS, day(9, 16), 21, pits(610, 590, 22, 3.5, 45));
    planted("mn-07", Kind.PITS, day(9, 10), 14, pits(1540, 1545, 16, 6.5, 65));
    planted(
        "mn-13", Kind.LEVELLING, day(9, 9), 5, EventShapes.levelling(at(1580, 2500), 80, 55, 0.6));
    planted("mn-02", Kind.TRACK, day(9, 12), 2, track(1560, 605, 180, 7.5, 0.9));
    planted("mn-04", Kind.BUILDING, day(9, 29), 12, EventShapes.building(at(3520, 635), 1, 1.9));
    planted(
        "mn-11", Kind.PLOUGHING, day(9, 18), 1, EventShapes.ploughing(at(2470, 1544), 80, 60, 0.9));
    planted("mn-17", Kind.QUARRY, day(9, 10), 35, EventShapes.quarry(70, at(2444, 2436), 24));
  }

  private void addOldAndOffSite() {
    add(
        "mn-25",
        Kind.LEVELLING,
        Role.OLD,
        LocalDate.of(2023, 6, 12),
        STAYS,
        10,
        EventShapes.levelling(at(9580, 9480), 95, 65, 0.5));
    add(
        "",
        Kind.QUARRY,
        Role.OFF_SITE,
        day(9, 14),
        STAYS,
        20,
        EventShapes.quarry(73, at(6500, 8700), 45));
    add(
        "",
        Kind.PLOUGHING,
        Role.OFF_SITE,
        day(9, 20),
        STAYS,
        1,
        EventShapes.ploughing(at(3200, 6700), 260, 140, 0.3));
    add("", Kind.TRACK, Role.OFF_SITE, day(9, 25), STAYS, 2, track(1800, 6600, 700, 6, 2.8));
  }

  private void addDecoys() {
    decoy(
        "mn-12",
        Kind.MISSED_CLOUD,
        day(9, 27),
        day(9, 27),
        0,
        EventShapes.patch(81, at(3402, 1482), 33, Material.CLOUD, 0.7));
    decoy(
        "mn-22",
        Kind.MISSED_CLOUD,
        day(10, 9),
        day(10, 9),
        0,
        EventShapes.patch(82, at(3900, 9150), 85, Material.CLOUD, 0.45));
    decoy(
        "mn-24",
        Kind.MISSED_SHADOW,
        day(10, 4),
        day(10, 4),
        0,
        EventShapes.patch(83, at(8117, 9522), 50, Material.CLOUD_SHADOW, 0.85));
    decoy(
        "mn-06",
        Kind.DUST,
        day(10, 4),
        day(10, 4),
        0,
        EventShapes.patch(84, at(522, 1478), 28, Material.DUST, 0.75));
    decoy(
        "mn-16",
        Kind.DUST,
        day(10, 14),
        day(10, 14),
        0,
        List.of(new Layer(Material.ROOF, Outline.rectangle(at(1150, 7620), 18, 8, 0.4), 1)));
    decoy(
        "mn-09",
        Kind.REGIONAL_GREEN_UP,
        Crops.AUTUMN_GREEN_UP,
        STAYS,
        28,
        List.of(
            new Layer(
                Material.GREEN_CROP, Outline.rectangle(at(8350, 3420), 190, 110, 0.34), 0.5)));
    decoy(
        "",
        Kind.AUTHORISED_IRRIGATION,
        day(9, 8),
        STAYS,
        30,
        List.of(
            new Layer(
                Material.GREEN_CROP, Outline.irregular(85, at(7050, 4350), 230, 0.01, 40), 0.7)));
  }

  private void planted(String siteId, Kind kind, LocalDate first, int growth, List<Layer> layers) {
    add(siteId, kind, Role.NEW, first, STAYS, growth, layers);
  }

  private void decoy(
      String siteId, Kind kind, LocalDate first, LocalDate last, int growth, List<Layer> layers) {
    add(siteId, kind, Role.DECOY, first, last, growth, layers);
  }

  private void add(
      String siteId,
      Kind kind,
      Role role,
      LocalDate first,
      LocalDate last,
      int growth,
      List<Layer> layers) {
    var id = "event-" + (events.size() < 9 ? "0" : "") + (events.size() + 1);
    events.add(new Event(id, siteId, kind, role, first, last, growth, layers));
  }

  private static List<Layer> pits(
      double east_m, double south_m, int count, double diameter_m, double spread_m) {
    long key = CounterNoise.key(DemoWorld.SEED, "pits " + east_m);
    return EventShapes.pits(key, at(east_m, south_m), count, diameter_m, spread_m);
  }

  private static List<Layer> track(
      double east_m, double south_m, double length_m, double width_m, double turn) {
    long key = CounterNoise.key(DemoWorld.SEED, "track " + east_m);
    return EventShapes.track(key, at(east_m, south_m), length_m, width_m, turn);
  }

  private static Coordinate at(double east_m, double south_m) {
    return Frame.place(east_m, south_m);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }
}

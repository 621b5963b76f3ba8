package org.sitewatch.sites.registry.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a field can mean to a registry, and names it goes by in English, French, Russian, Mongolian,
 * Spanish, and in exports of Arches and EAMENA; the likeliest first. Row numbers that programs give
 * (fid, OBJECTID) are no ids: they change with the file.
 */
public enum FieldRole {
  ID(
      "id, site id, site code, site no, site number, id site, code site, code, eamena id, ref,"
          + " reference, reference number, inventory no, inventory number, register number,"
          + " record number, monument id, heritage id, whc id, wh id, wdpaid, uid, uuid, global id,"
          + " resource id, resourceinstanceid, identifiant, code du site, id du site, numéro,"
          + " numéro du site, référence, numéro inventaire, ид, идентификатор, код, код объекта,"
          + " номер, номер объекта, инв номер, инвентарный номер, регистрационный номер,"
          + " учётный номер, дугаар, дурсгалын дугаар, бүртгэлийн дугаар, код дугаар,"
          + " identificador, código, código sitio, código del sitio, clave, folio, número,"
          + " id sitio, feature id"),
  NAME(
      "name, site name, name en, name english, english name, official name, resource name,"
          + " display name, primary name, monument name, title, label, toponym, nom, nom site,"
          + " nom du site, nom fr, intitulé, toponyme, appellation, название, наименование, имя,"
          + " наименование объекта, название объекта, название памятника, нэр, дурсгалын нэр,"
          + " газрын нэр, дурсгалт газрын нэр, nombre, nombre sitio, nombre del sitio,"
          + " denominación, topónimo"),
  PRIORITY(
      "priority, prio, site priority, priorité, prioridad, приоритет, эрэмбэ, тэргүүлэх зэрэг"),
  DESIGNATION(
      "designation, designation type, heritage designation, legal status, protection status,"
          + " heritage status, protection, protection level, desig eng, statut juridique, statut de"
          + " protection, classement, type de protection, категория охраны, охранный статус,"
          + " категория историко культурного значения, категория, вид памятника, хамгаалалтын"
          + " зэрэг, хамгаалалтын зэрэглэл, зэрэглэл, хамгаалалт, designación, estatus legal,"
          + " protección, categoría, nivel de protección"),
  ZONE(
      "zone, zone type, site zone, type zone, type de zone, zonage, zona, tipo zona, tipo de zona,"
          + " зона, тип зоны, вид зоны, бүс, бүсийн төрөл, folder"),
  RADIUS(
      "radius, radius m, radius metres, radius meters, buffer radius, rayon, rayon m, радиус,"
          + " радиус м, radio m, radio metros, радиус метр");

  private final List<String> words;

  FieldRole(String names) {
    this.words = Arrays.stream(names.split(",")).map(FieldWord::of).toList();
  }

  /** The likeliest first. */
  List<String> words() {
    return words;
  }

  /** As in {@code --id-field}. */
  public String option() {
    return "--" + label() + "-field";
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

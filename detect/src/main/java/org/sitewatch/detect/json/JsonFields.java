package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;

/**
 * Reads the fields of an object of which nothing is trusted; what is wrong is named with its place.
 */
final class JsonFields {
  private final JsonNode node;
  private final String place;

  private JsonFields(JsonNode node, String place) {
    this.node = node;
    this.place = place;
  }

  static JsonFields of(JsonNode node, String place) {
    if (!node.isObject()) {
      throw refused(place, "expected an object");
    }
    return new JsonFields(node, place);
  }

  /** Refuses another schema than the one known. */
  void checkSchema(int known) {
    int schema = integer("schema", 0, Integer.MAX_VALUE);
    if (schema != known) {
      throw refused(place, "schema must be " + known + ", got " + schema);
    }
  }

  boolean isNull(String name) {
    return field(name).isNull();
  }

  JsonFields child(String name) {
    return of(field(name), place(name));
  }

  String text(String name) {
    return text(field(name), place(name));
  }

  boolean flag(String name) {
    var field = field(name);
    if (!field.isBoolean()) {
      throw refused(place(name), "expected true or false");
    }
    return field.booleanValue();
  }

  int integer(String name, int least, int most) {
    return integer(field(name), place(name), least, most);
  }

  /** Any finite number. */
  double number(String name) {
    return number(field(name), place(name));
  }

  /** A finite number, NaN for null. */
  double numberOrNaN(String name) {
    return isNull(name) ? Double.NaN : number(name);
  }

  LocalDate date(String name) {
    String text = text(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      throw refused(place(name), "expected a date like 2024-05-03, got '" + Quote.of(text) + "'");
    }
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String text = text(name);
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(java.util.Locale.ROOT).equals(text)) {
        return value;
      }
    }
    throw refused(place(name), "unknown value '" + Quote.of(text) + "'");
  }

  List<String> texts(String name) {
    return list(name, element -> text(element, place(name)));
  }

  List<Double> numbers(String name) {
    return list(name, element -> number(element, place(name)));
  }

  int[] integers(String name, int least, int most) {
    return list(name, element -> integer(element, place(name), least, most)).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  <T> List<T> objects(String name, Function<JsonFields, T> reader) {
    return list(name, element -> reader.apply(of(element, place(name))));
  }

  <T> List<T> list(String name, Function<JsonNode, T> reader) {
    var field = field(name);
    if (!field.isArray()) {
      throw refused(place(name), "expected a list");
    }
    var list = new ArrayList<T>(field.size());
    field.forEach(element -> list.add(reader.apply(element)));
    return list;
  }

  Iterator<String> names() {
    return node.fieldNames();
  }

  UserException refused(String why) {
    return refused(place, why);
  }

  private JsonNode field(String name) {
    var field = node.get(name);
    if (field == null) {
      throw refused(place(name), "missing");
    }
    return field;
  }

  private String place(String name) {
    return place + ": " + name;
  }

  private static String text(JsonNode field, String place) {
    if (!field.isTextual()) {
      throw refused(place, "expected text");
    }
    return field.textValue();
  }

  static double number(JsonNode field, String place) {
    if (!field.isNumber() || !Double.isFinite(field.doubleValue())) {
      throw refused(place, "expected a number");
    }
    return field.doubleValue();
  }

  private static int integer(JsonNode field, String place, int least, int most) {
    if (!field.isIntegralNumber() || !field.canConvertToInt()) {
      throw refused(place, "expected a whole number");
    }
    int value = field.intValue();
    if (value < least || value > most) {
      throw refused(place, "must be " + least + " to " + most + ", got " + value);
    }
    return value;
  }

  private static UserException refused(String place, String why) {
    return new UserException(ExitCode.INTEGRITY, place + ": " + why);
  }
}

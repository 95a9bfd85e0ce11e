package dev.kanmin.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the places of a story's request: {@code {column}} of the row, {@code {@name}} the id by
 * which something told before is known, {@code {today+30}} a day. A text that is nothing but a
 * column may say what it is: {@code {capacity:number}}, {@code {fields:list}} (parted by blanks),
 * {@code {sample:flag}}. What would be empty is left out, with every object and list that it leaves
 * empty.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern TYPED = Pattern.compile("\\{([a-z_0-9]+):(number|list|flag)}");
  private static final Pattern TODAY = Pattern.compile("today([+-]\\d+)?");

  private final Map<String, String> row;
  private final Map<String, String> ids;
  private final LocalDate today;

  Template(Map<String, String> row, Map<String, String> ids, LocalDate today) {
    this.row = row;
    this.ids = ids;
    this.today = today;
  }

  /** The text with its places filled. */
  String text(String template) {
    Matcher place = PLACE.matcher(template);
    return place.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  /** The JSON value; empty if nothing of it is left. */
  Optional<Object> fill(Object template) {
    return switch (template) {
      case String text -> scalar(text);
      case Map<?, ?> object -> object(object);
      case List<?> list -> list(list);
      default -> Optional.of(template);
    };
  }

  private Optional<Object> object(Map<?, ?> template) {
    Map<String, Object> filled = new LinkedHashMap<>();
    template.forEach(
        (name, value) -> fill(value).ifPresent(it -> filled.put(String.valueOf(name), it)));
    // an object that is meant to be empty stays
    return filled.isEmpty() && !template.isEmpty() ? Optional.empty() : Optional.of(filled);
  }

  private Optional<Object> list(List<?> template) {
    List<Object> filled = new ArrayList<>();
    template.forEach(value -> fill(value).ifPresent(filled::add));
    return filled.isEmpty() && !template.isEmpty() ? Optional.empty() : Optional.of(filled);
  }

  private Optional<Object> scalar(String text) {
    Matcher typed = TYPED.matcher(text);
    if (typed.matches()) {
      String value = value(typed.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          switch (typed.group(2)) {
            case "number" -> new BigDecimal(value);
            case "list" -> List.of(value.split(" "));
            default -> Boolean.valueOf(value);
          });
    }
    String filled = text(text);
    return filled.isBlank() ? Optional.empty() : Optional.of(filled);
  }

  private String value(String place) {
    if (place.startsWith("@")) {
      String name = text(place.substring(1).replace('<', '{').replace('>', '}'));
      return Optional.ofNullable(ids.get(name))
          .orElseThrow(() -> new StoryFault("nothing is known as " + name));
    }
    Matcher day = TODAY.matcher(place);
    if (day.matches()) {
      String days = Optional.ofNullable(day.group(1)).orElse("0");
      return today.plusDays(Long.parseLong(days)).toString();
    }
    return Optional.ofNullable(row.get(place))
        .map(this::nested)
        .orElseThrow(() -> new StoryFault("no column is called " + place));
  }

  /** A column may hold places, but for those of columns. */
  private String nested(String cell) {
    return cell.contains("{") ? text(cell) : cell;
  }
}

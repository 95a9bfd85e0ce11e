package dev.kanmin.gateway.page;

import dev.kanmin.codes.CodeEntry;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.gateway.form.Choice;
import dev.kanmin.gateway.form.FormWords;
import dev.kanmin.gateway.form.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The words of forms in the language of the page. */
final class PageWords implements FormWords {
  private static final Logger log = LoggerFactory.getLogger(PageWords.class);

  /** Where missions, offices and partners are; any other zone can be typed. */
  private static final Set<String> ZONES =
      Stream.concat(
              ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.startsWith("Asia/")),
              Stream.of(
                  "Europe/London", "Europe/Paris", "America/New_York", "Australia/Sydney", "UTC"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private final Wording wording;

  PageWords(Wording wording) {
    this.wording = wording;
  }

  @Override
  public String label(String type, String property, String described) {
    String general = wording.sayOr("field." + property, "");
    String label = wording.sayOr("field." + type + "." + property, general);
    if (!label.isEmpty()) {
      return label;
    }
    String missing = "field." + type + "." + property;
    if (TOLD.size() < 1000 && TOLD.add(missing)) {
      log.warn("No words for {}: add them to the words of fields in every language", missing);
    }
    return wording.say("field-without-words", property, described.isEmpty() ? property : described);
  }

  /** Properties within that nobody has found words for, each as a line of the words to fill in. */
  Set<String> missing(Schema schema) {
    Set<String> missing = new TreeSet<>();
    collect(schema, missing, new HashSet<>());
    return missing;
  }

  private void collect(Schema schema, Set<String> missing, Set<String> seen) {
    if (schema.isArray()) {
      schema.items().ifPresent(item -> collect(item, missing, seen));
    } else if (schema.isMap()) {
      collect(schema.named(), missing, seen);
    } else if (!schema.shapes().isEmpty()) {
      schema
          .shapes()
          .forEach(
              (code, shape) -> {
                if (!isKnown(schema.name(), code)) {
                  missing.add("field." + schema.name() + "." + code + "= # " + shape.description());
                }
                collect(shape, missing, seen);
              });
    } else if (seen.add(schema.name())) {
      schema
          .properties()
          .forEach(
              (name, property) -> {
                if (!isKnown(schema.name(), name)) {
                  missing.add(
                      "field." + schema.name() + "." + name + "= # " + property.description());
                }
                collect(property, missing, seen);
              });
    }
  }

  private boolean isKnown(String type, String property) {
    return !wording.sayOr("field." + type + "." + property, "").isEmpty()
        || !wording.sayOr("field." + property, "").isEmpty();
  }

  @Override
  public Optional<String> hint(String type, String property) {
    String general = wording.sayOr("hint." + property, "");
    return Optional.of(wording.sayOr("hint." + type + "." + property, general))
        .filter(hint -> !hint.isEmpty());
  }

  @Override
  public String say(String key, Object... arguments) {
    return wording.say(key, arguments);
  }

  @Override
  public String code(String list, String code) {
    return switch (list) {
      case CodeLists.COUNTRIES -> wording.country(code);
      case CodeLists.AGENCIES -> wording.agency(code);
      case CodeLists.FIELDS -> wording.field(code);
      default -> wording.label(list, code);
    };
  }

  @Override
  public List<Choice> choices(String list) {
    if (list.equals("time-zones")) {
      return ZONES.stream().sorted().map(zone -> new Choice(zone, zone)).toList();
    }
    if (list.equals(CodeLists.COUNTRIES)) {
      return Countries.all().stream()
          .map(country -> country.code().code())
          .map(code -> new Choice(code, wording.country(code)))
          .toList();
    }
    return CodeLists.find(list).stream()
        .flatMap(known -> known.entries().stream())
        .filter(entry -> entry.retired().isEmpty())
        .map(CodeEntry::code)
        .map(code -> new Choice(code, code(list, code)))
        .toList();
  }

  @Override
  public String text(JsonNode texts) {
    TreeMap<String, String> byLanguage = new TreeMap<>();
    texts.properties().forEach(text -> byLanguage.put(text.getKey(), text.getValue().asString("")));
    return wording.text(byLanguage);
  }

  @Override
  public String day(String day) {
    try {
      return wording.day(LocalDate.parse(day));
    } catch (DateTimeException none) {
      return day;
    }
  }

  @Override
  public String moment(String moment) {
    try {
      return wording.moment(Instant.parse(moment));
    } catch (DateTimeException none) {
      return moment;
    }
  }

  @Override
  public String money(String amount, String currency) {
    try {
      return wording.amount(amount, currency) + " " + currency;
    } catch (NumberFormatException none) {
      return amount + " " + currency;
    }
  }

  @Override
  public String number(long number) {
    return wording.number(number);
  }

  @Override
  public String language() {
    return wording.language().tag();
  }

  @Override
  public ZoneId zone() {
    return Wording.ZONE;
  }
}

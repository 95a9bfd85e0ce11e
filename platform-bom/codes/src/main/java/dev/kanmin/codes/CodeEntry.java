package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One code of a list. Codes retire, they are never deleted: old records keep their meaning.
 *
 * @param validFrom first day of use, where known
 * @param retired first day on which the code is no longer offered for new records
 * @param attributes further facts: strings, booleans, numbers, lists and objects of these; named in
 *     the module's README
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"code", "labels", "validFrom", "retired", "attributes"})
public record CodeEntry(
    String code,
    LocalizedText labels,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> retired,
    Map<String, Object> attributes) {

  public CodeEntry {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The label in that language, or in the next of its fallbacks. */
  public String label(Language language) {
    return labels.in(language);
  }

  /** Whether the code is offered for new records on that day. */
  public boolean isCurrentOn(LocalDate day) {
    return validFrom.map(first -> !day.isBefore(first)).orElse(true)
        && retired.map(day::isBefore).orElse(true);
  }

  /** The attribute as text, if there. */
  public Optional<String> text(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).map(Object::toString);
  }

  /** The attribute as yes or no; no when absent. */
  public boolean flag(String attribute) {
    return Boolean.TRUE.equals(attributes.get(attribute));
  }

  /** The attribute as list of texts; empty when absent. */
  public List<String> texts(String attribute) {
    return attributes.get(attribute) instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }
}

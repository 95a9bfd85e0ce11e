package dev.kanmin.marketintelligence.regulation;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a country's regulation of a field, or of all devices if there is no field. What
 * nobody stated is not there: nothing is filled in.
 */
public record Regulation(
    Optional<CountryCode> country,
    Optional<Field> field,
    @JsonSetter(nulls = AS_EMPTY) List<RegulationFact> facts) {

  static final Regulation NONE = new Regulation(Optional.empty(), Optional.empty(), List.of());

  /** Whether its sources agree. */
  enum RegulationState implements Coded {
    KNOWN,
    CONFLICTING
  }

  RegulationState state() {
    return conflicting().isEmpty() ? RegulationState.KNOWN : RegulationState.CONFLICTING;
  }

  Optional<RegulationFact> find(String id) {
    return facts.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** By item, in the order of the code list. */
  Map<String, List<RegulationFact>> byItem() {
    Map<String, List<RegulationFact>> items = new LinkedHashMap<>();
    CodeLists.list("regulation-items")
        .entries()
        .forEach(
            item -> {
              List<RegulationFact> known =
                  facts.stream().filter(it -> it.item().equals(item.code())).toList();
              if (!known.isEmpty()) {
                items.put(item.code(), known);
              }
            });
    return items;
  }

  /** Items of which sources say different things. What is "other" can be several things. */
  List<String> conflicting() {
    return byItem().entrySet().stream()
        .filter(it -> !it.getKey().equals("other"))
        .filter(it -> it.getValue().stream().map(RegulationFact::value).distinct().count() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}

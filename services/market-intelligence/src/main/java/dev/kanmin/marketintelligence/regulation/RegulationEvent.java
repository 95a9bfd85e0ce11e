package dev.kanmin.marketintelligence.regulation;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.EventType;
import java.util.List;
import java.util.Optional;

/** All that can happen to regulation. */
public sealed interface RegulationEvent {

  /**
   * What is known of it changed: a fact was stated or taken back.
   *
   * @param item of that fact; a code of {@code regulation-items}
   * @param facts all that are known now
   */
  @EventType("regulation-changed")
  record RegulationChanged(
      CountryCode country,
      Optional<Field> field,
      String item,
      @JsonSetter(nulls = AS_EMPTY) List<RegulationFact> facts)
      implements RegulationEvent {}
}

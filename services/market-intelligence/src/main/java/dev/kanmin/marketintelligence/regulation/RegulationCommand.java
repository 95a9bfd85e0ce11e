package dev.kanmin.marketintelligence.regulation;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.marketintelligence.regulation.RegulationFact.Trust;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;

/** All that can be asked of regulation. */
sealed interface RegulationCommand {

  /**
   * States a fact.
   *
   * @param field left out: of all devices
   * @param item a code of {@code regulation-items}
   * @param source where it stands
   * @param url of the source
   * @param on the day of the source, or on which it was read
   */
  @Schema(name = "StateRegulationFact")
  record State(
      CountryCode country,
      Optional<Field> field,
      String item,
      LocalizedText value,
      String source,
      Optional<String> url,
      LocalDate on,
      Trust trust)
      implements RegulationCommand {}

  /**
   * Takes a fact back, by the agency that stated it.
   *
   * @param fact its id
   */
  record Retract(String fact) implements RegulationCommand {}
}

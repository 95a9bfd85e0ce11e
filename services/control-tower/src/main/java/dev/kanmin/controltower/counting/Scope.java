package dev.kanmin.controltower.counting;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * For what a figure holds: a cell, a country, a field, or all.
 *
 * @param country absent for all countries
 * @param field absent for all fields
 */
@Schema(name = "TargetScope")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scope(Optional<CountryCode> country, Optional<Field> field) {

  /** As in ids and keys: {@code VN/endoscopy}, {@code *}{@code /endoscopy}. */
  public String code() {
    return country.map(CountryCode::code).orElse("*") + "/" + field.map(Field::code).orElse("*");
  }
}

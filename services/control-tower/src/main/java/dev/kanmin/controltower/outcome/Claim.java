package dev.kanmin.controltower.outcome;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.controltower.fiscal.FiscalYears;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is said to have come of it.
 *
 * @param kind a code of {@code outcome-kinds}
 * @param companyId id in the directory, {@code cmp_…}
 * @param counterpartId id in the directory, {@code cpt_…}
 * @param value amount in one currency; instead of it a band may be given
 * @param valueBand a code of {@code value-bands}
 * @param on the day it came about; absent for what is expected
 * @param expectedFiscalYear in which it is expected, while there is no day
 * @param arisesFrom ids of missions, cases, linkages and tenders
 * @param involved agencies that helped, beside the one that claims
 * @param description for the agencies of the outcome alone
 */
@Schema(name = "OutcomeClaim")
public record Claim(
    String kind,
    String companyId,
    Optional<String> counterpartId,
    CountryCode country,
    @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
    Optional<Money> value,
    Optional<String> valueBand,
    Optional<LocalDate> on,
    Optional<Integer> expectedFiscalYear,
    @JsonSetter(nulls = AS_EMPTY) List<String> arisesFrom,
    @JsonSetter(nulls = AS_EMPTY) List<AgencyCode> involved,
    Optional<LocalizedText> description,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {

  /** The year in which headline figures count it. */
  int fiscalYear() {
    return on.map(FiscalYears::of).or(() -> expectedFiscalYear).orElseThrow();
  }

  Claim taking(List<String> origins, List<AgencyCode> agencies) {
    return new Claim(
        kind,
        companyId,
        counterpartId,
        country,
        fields,
        value,
        valueBand,
        on,
        expectedFiscalYear,
        origins,
        agencies,
        description,
        sample);
  }
}

package dev.kanmin.controltower.outcome;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * Which outcomes a list is to show. Whatever is absent does not restrict it.
 *
 * @param kind a code of {@code outcome-kinds}
 * @param agency that claimed it or was involved
 * @param arisesFrom id of a mission, case, linkage or tender
 * @param fiscalYear begins on 1 April of that year
 */
record OutcomeFilter(
    Optional<CountryCode> country,
    Optional<Field> field,
    Optional<String> company,
    Optional<String> kind,
    Optional<OutcomeState> state,
    Optional<AgencyCode> agency,
    Optional<String> arisesFrom,
    Optional<Integer> fiscalYear) {

  Bson toBson() {
    BadInput.unlessListed("kind", "outcome-kinds", kind);
    List<Bson> all = new ArrayList<>();
    country.ifPresent(it -> all.add(Filters.eq(Outcomes.COUNTRY, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(Outcomes.FIELDS, it.code())));
    company.ifPresent(it -> all.add(Filters.eq(Outcomes.COMPANY, it)));
    kind.ifPresent(it -> all.add(Filters.eq(Outcomes.KIND, it)));
    state.ifPresent(it -> all.add(Filters.eq(Outcomes.STATE, it.code())));
    agency.ifPresent(it -> all.add(Filters.eq(Outcomes.AGENCIES, it.code())));
    arisesFrom.ifPresent(it -> all.add(Filters.eq(Outcomes.ORIGINS, it)));
    fiscalYear.ifPresent(it -> all.add(Filters.eq(Outcomes.YEAR, it)));
    return all.isEmpty() ? Filters.empty() : Filters.and(all);
  }
}

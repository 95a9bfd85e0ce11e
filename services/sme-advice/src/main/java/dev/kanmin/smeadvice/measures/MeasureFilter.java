package dev.kanmin.smeadvice.measures;

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
 * Which support measures a list is to show. Whatever is absent does not restrict it.
 *
 * @param kind a code of {@code support-measure-kinds}
 * @param agency that keeps it
 * @param country those for it and those for any
 * @param field those for it and those for any
 */
record MeasureFilter(
    Optional<String> kind,
    Optional<MeasureState> state,
    Optional<AgencyCode> agency,
    Optional<CountryCode> country,
    Optional<Field> field) {

  MeasureFilter {
    BadInput.unlessListed("kind", "support-measure-kinds", kind);
  }

  Bson asked() {
    List<Bson> all = new ArrayList<>();
    kind.ifPresent(it -> all.add(Filters.eq(Measures.KIND, it)));
    state.ifPresent(it -> all.add(Filters.eq(Measures.STATE, it.code())));
    agency.ifPresent(it -> all.add(Filters.eq(Measures.AGENCY, it.code())));
    country.ifPresent(it -> all.add(oneOrAny(Measures.COUNTRIES, it.code())));
    field.ifPresent(it -> all.add(oneOrAny(Measures.FIELDS, it.code())));
    return all.isEmpty() ? Filters.empty() : Filters.and(all);
  }

  private static Bson oneOrAny(String key, String code) {
    return Filters.or(Filters.eq(key, code), Filters.eq(key, List.of()));
  }
}

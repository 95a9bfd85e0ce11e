package dev.kanmin.odalinkage.linkage;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * Which linkages a list is to show. Whatever is absent does not restrict it.
 *
 * @param agency answers for the target, or proposed it
 */
record LinkageFilter(
    Optional<String> company,
    Optional<String> need,
    Optional<String> activity,
    Optional<String> tender,
    Optional<LinkageState> state,
    Optional<CountryCode> country,
    Optional<Field> field,
    Optional<AgencyCode> agency) {

  Bson toBson() {
    List<Bson> all = new ArrayList<>();
    company.ifPresent(it -> all.add(Filters.eq(LinkageKeys.COMPANY, it)));
    Stream.of(need, activity, tender)
        .flatMap(Optional::stream)
        .forEach(it -> all.add(Filters.eq(LinkageKeys.TARGETS, it)));
    state.ifPresent(it -> all.add(Filters.eq(LinkageKeys.STATE, it.code())));
    country.ifPresent(it -> all.add(Filters.eq(LinkageKeys.COUNTRY, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(LinkageKeys.FIELD, it.code())));
    agency.ifPresent(it -> all.add(Filters.eq(LinkageKeys.AGENCIES, it.code())));
    return all.isEmpty() ? Filters.empty() : Filters.and(all);
  }
}

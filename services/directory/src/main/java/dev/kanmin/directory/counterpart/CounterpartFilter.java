package dev.kanmin.directory.counterpart;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.directory.name.NameKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/**
 * Which counterparts a list is to show. Whatever is absent does not restrict it.
 *
 * @param name a part of the name in any language; widths, accents and legal forms do not count
 * @param agency that is responsible
 * @param state {@code active} unless said
 */
record CounterpartFilter(
    Optional<String> name,
    Optional<CounterpartKind> kind,
    Optional<CountryCode> country,
    Optional<AgencyCode> agency,
    Optional<String> office,
    Optional<CounterpartState> state) {

  Bson bson() {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.eq(CounterpartKeys.STATE, state.orElse(CounterpartState.ACTIVE).code()));
    name.map(NameKey::of)
        .ifPresent(it -> all.add(Filters.regex(CounterpartKeys.NAMES, Pattern.quote(it))));
    kind.ifPresent(it -> all.add(Filters.eq(CounterpartKeys.KIND, it.code())));
    country.ifPresent(it -> all.add(Filters.eq(CounterpartKeys.COUNTRY, it.code())));
    agency.ifPresent(it -> all.add(Filters.eq(CounterpartKeys.OWNER, it.code())));
    office.ifPresent(it -> all.add(Filters.eq(CounterpartKeys.OFFICE, it)));
    return Filters.and(all);
  }
}

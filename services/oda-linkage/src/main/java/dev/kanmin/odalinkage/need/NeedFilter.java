package dev.kanmin.odalinkage.need;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * Which needs a list is to show. Whatever is absent does not restrict it.
 *
 * @param owner the agency that registered it
 * @param counterpart id of who has it, {@code cpt_…}
 * @param wantedBefore wanted by a day before this one
 */
record NeedFilter(
    Optional<CountryCode> country,
    Optional<Field> field,
    Optional<NeedState> state,
    Optional<NeedUrgency> urgency,
    Optional<AgencyCode> owner,
    Optional<String> counterpart,
    Optional<LocalDate> wantedBefore) {

  Bson toBson() {
    List<Bson> all = new ArrayList<>();
    country.ifPresent(it -> all.add(Filters.eq(NeedKeys.COUNTRY, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(NeedKeys.FIELDS, it.code())));
    state.ifPresent(it -> all.add(Filters.eq(NeedKeys.STATE, it.code())));
    urgency.ifPresent(it -> all.add(Filters.eq(NeedKeys.URGENCY, it.code())));
    owner.ifPresent(it -> all.add(Filters.eq(NeedKeys.OWNER, it.code())));
    counterpart.ifPresent(it -> all.add(Filters.eq(NeedKeys.COUNTERPART, it)));
    wantedBefore.ifPresent(it -> all.add(Filters.lt(NeedKeys.WANTED, NeedKeys.date(it))));
    return all.isEmpty() ? Filters.empty() : Filters.and(all);
  }
}

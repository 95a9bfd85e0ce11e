package dev.kanmin.trademissions.mission;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.web.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * Which missions a list is to show. Whatever is absent does not restrict it.
 *
 * @param agency organises or supports it
 * @param from the mission ends on this day or later
 * @param to the mission begins on this day or earlier
 */
record MissionFilter(
    Optional<CountryCode> country,
    Optional<Field> field,
    Optional<String> kind,
    Optional<MissionState> state,
    Optional<AgencyCode> agency,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  MissionFilter {
    BadInput.unlessListed("kind", CodeLists.MISSION_KINDS, kind);
  }

  Bson seenBy(AgencyCode reader) {
    List<Bson> all = new ArrayList<>();
    all.add(
        Filters.or(
            Filters.eq(MissionKeys.ANNOUNCED, true),
            Filters.eq(MissionKeys.AGENCIES, reader.code())));
    country.ifPresent(it -> all.add(Filters.eq(MissionKeys.COUNTRIES, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(MissionKeys.FIELDS, it.code())));
    kind.ifPresent(it -> all.add(Filters.eq(MissionKeys.KIND, it)));
    state.ifPresent(it -> all.add(Filters.eq(MissionKeys.STATE, it.code())));
    agency.ifPresent(it -> all.add(Filters.eq(MissionKeys.AGENCIES, it.code())));
    from.ifPresent(it -> all.add(MonthsUnderway.endingFrom(it)));
    to.ifPresent(it -> all.add(Filters.lte(MissionKeys.FROM, MissionKeys.date(it))));
    return Filters.and(all);
  }
}

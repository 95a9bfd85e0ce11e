package dev.kanmin.trademissions.meeting;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** Which meeting plans a list is to show. Whatever is absent does not restrict it. */
record MeetingPlanFilter(
    Optional<String> mission,
    Optional<MeetingPlanState> state,
    Optional<CountryCode> country,
    Optional<Field> field) {

  /** Those of them that the agency may see. */
  Bson toBson(AgencyCode reader) {
    List<Bson> all = new ArrayList<>();
    all.add(
        Filters.or(
            Filters.eq(MeetingPlans.TOLD, true), Filters.eq(MeetingPlans.AGENCIES, reader.code())));
    mission.ifPresent(it -> all.add(Filters.eq(MeetingPlans.MISSION, it)));
    state.ifPresent(it -> all.add(Filters.eq(MeetingPlans.STATE, it.code())));
    country.ifPresent(it -> all.add(Filters.eq(MeetingPlans.COUNTRIES, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(MeetingPlans.FIELDS, it.code())));
    return Filters.and(all);
  }
}

package dev.kanmin.directory.office;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** Which offices a list is to show. Whatever is absent does not restrict it. */
record OfficeFilter(Optional<AgencyCode> agency, Optional<OfficeState> state) {
  Bson bson() {
    List<Bson> all = new ArrayList<>();
    agency.ifPresent(it -> all.add(Filters.eq(Offices.AGENCY, it.code())));
    state.ifPresent(it -> all.add(Filters.eq(Offices.STATE, it.code())));
    return all.isEmpty() ? Filters.empty() : Filters.and(all);
  }
}

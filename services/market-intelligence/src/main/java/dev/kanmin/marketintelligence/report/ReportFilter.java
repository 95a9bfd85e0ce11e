package dev.kanmin.marketintelligence.report;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** Which reports a list is to show. Whatever is absent does not restrict it. */
record ReportFilter(
    Optional<CountryCode> country,
    Optional<Field> field,
    Optional<String> kind,
    Optional<ReportState> state,
    Optional<AgencyCode> agency) {

  ReportFilter {
    BadInput.unlessListed("kind", "report-kinds", kind);
  }

  Bson seenBy(AgencyCode reader) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.or(Filters.eq(Reports.PUBLIC, true), Filters.eq(Reports.OWNER, reader.code())));
    country.ifPresent(it -> all.add(Filters.eq(Reports.COUNTRIES, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(Reports.FIELDS, it.code())));
    kind.ifPresent(it -> all.add(Filters.eq(Reports.KIND, it)));
    state.ifPresent(it -> all.add(Filters.eq(Reports.STATE, it.code())));
    agency.ifPresent(it -> all.add(Filters.eq(Reports.OWNER, it.code())));
    return Filters.and(all);
  }
}

package dev.kanmin.marketintelligence.tender;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which tenders a list is to show. Whatever is absent does not restrict it.
 *
 * @param field a code of the list of fields, or {@code unclassified}
 * @param closesFrom the deadline is on this day or later
 * @param closesTo the deadline is on this day or earlier
 */
record TenderFilter(
    Optional<CountryCode> country,
    Optional<String> field,
    Optional<TenderState> state,
    Optional<LocalDate> closesFrom,
    Optional<LocalDate> closesTo) {

  TenderFilter {
    if (field
        .filter(it -> !it.equals(Field.UNCLASSIFIED) && Field.find(it).isEmpty())
        .isPresent()) {
      throw new BadInput(
          InputFault.parameter(
              "field",
              FaultCodes.INVALID_VALUE,
              "field is a code of the list fields, or unclassified."));
    }
  }

  Bson bson() {
    List<Bson> all = new ArrayList<>();
    country.ifPresent(it -> all.add(Filters.eq(Tenders.COUNTRY, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(Tenders.FIELDS, it)));
    state.ifPresent(it -> all.add(Filters.eq(Tenders.STATE, it.code())));
    closesFrom.ifPresent(it -> all.add(Filters.gte(Tenders.CLOSES, date(it))));
    closesTo.ifPresent(it -> all.add(Filters.lt(Tenders.CLOSES, date(it.plusDays(1)))));
    return all.isEmpty() ? new Document() : Filters.and(all);
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}

package dev.kanmin.smeadvice.cases;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * Which cases a list is to show. Whatever is absent does not restrict it.
 *
 * @param company id of a company of the directory, also one that was merged into another one
 * @param agency owns it, is attached to it or had it referred to it
 * @param tag a code of {@code case-tags}
 * @param programme prefecture whose regional programme supports it, {@code JP-13}
 */
record CaseFilter(
    Optional<String> company,
    Optional<CountryCode> country,
    Optional<Field> field,
    Optional<CaseState> state,
    Optional<AgencyCode> agency,
    Optional<String> tag,
    Optional<String> programme) {

  CaseFilter {
    BadInput.unlessListed("tag", "case-tags", tag);
    BadInput.unlessListed("programme", CodeLists.PREFECTURES, programme);
  }

  /**
   * The restrictions as the store asks for them.
   *
   * @param ids all ids of the company, if one is asked for
   */
  Bson asked(List<String> ids) {
    List<Bson> all = new ArrayList<>();
    company.ifPresent(it -> all.add(Filters.in(CaseKeys.COMPANY, ids)));
    country.ifPresent(it -> all.add(Filters.eq(CaseKeys.COUNTRY, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(CaseKeys.FIELD, it.code())));
    state.ifPresent(it -> all.add(Filters.eq(CaseKeys.STATE, it.code())));
    agency.ifPresent(it -> all.add(Filters.eq(CaseKeys.AGENCIES, it.code())));
    tag.ifPresent(it -> all.add(Filters.eq(CaseKeys.TAGS, it)));
    programme.ifPresent(it -> all.add(Filters.eq(CaseKeys.PROGRAMMES, it)));
    return all.isEmpty() ? Filters.empty() : Filters.and(all);
  }
}

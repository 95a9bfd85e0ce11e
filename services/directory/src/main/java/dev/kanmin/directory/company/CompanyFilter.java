package dev.kanmin.directory.company;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.directory.name.NameKey;
import dev.kanmin.directory.sme.SmeAnswer;
import dev.kanmin.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/**
 * Which companies a list is to show. Whatever is absent does not restrict it.
 *
 * @param name a part of the Japanese or English name; widths, legal forms and usual variants of
 *     characters do not count. Sole proprietors are not found by it
 * @param country where a product is registered or the company wants to go
 * @param agency that is responsible
 * @param state {@code active} unless said
 */
record CompanyFilter(
    Optional<String> name,
    Optional<CorporateNumber> corporateNumber,
    Optional<CountryCode> country,
    Optional<Field> field,
    Optional<String> prefecture,
    Optional<SmeAnswer> sme,
    Optional<AgencyCode> agency,
    Optional<String> office,
    Optional<CompanyState> state) {

  CompanyFilter {
    BadInput.unlessListed("prefecture", CodeLists.PREFECTURES, prefecture);
  }

  Bson bson() {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.eq(CompanyKeys.STATE, state.orElse(CompanyState.ACTIVE).code()));
    name.map(NameKey::of)
        .ifPresent(it -> all.add(Filters.regex(CompanyKeys.PUBLIC_NAMES, Pattern.quote(it))));
    corporateNumber.ifPresent(it -> all.add(Filters.eq(CompanyKeys.NUMBER, it.digits())));
    country.ifPresent(it -> all.add(Filters.eq(CompanyKeys.COUNTRIES, it.code())));
    field.ifPresent(it -> all.add(Filters.eq(CompanyKeys.FIELDS, it.code())));
    prefecture.ifPresent(it -> all.add(Filters.eq(CompanyKeys.PREFECTURE, it)));
    sme.ifPresent(it -> all.add(Filters.eq(CompanyKeys.SME, it.code())));
    agency.ifPresent(it -> all.add(Filters.eq(CompanyKeys.OWNER, it.code())));
    office.ifPresent(it -> all.add(Filters.eq(CompanyKeys.OFFICE, it)));
    return Filters.and(all);
  }
}

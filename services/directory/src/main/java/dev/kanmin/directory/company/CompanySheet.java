package dev.kanmin.directory.company;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Money;
import dev.kanmin.directory.company.CompanyCommand.ChangeProfile;
import dev.kanmin.directory.company.CompanyCommand.Register;
import dev.kanmin.directory.merge.Merges;
import dev.kanmin.directory.office.OfficeRegister;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.directory.sme.IndustryCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.sheets.Cells;
import dev.kanmin.sheets.Column;
import dev.kanmin.sheets.Columns;
import dev.kanmin.sheets.SheetImport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Companies as lines of a table: the part of a profile that fits in one. Products, licences,
 * certificates and deliveries are not in it and stay as they are. A line is known by its id, else
 * by the corporate number, else by the agency's own reference.
 */
@Component
class CompanySheet implements SheetImport.Lines<CompanyCommand, Company> {
  static final Columns COLUMNS =
      new Columns(
          "企業",
          List.of(
              new Column("id", "ID", "", "cmp_…; leave it empty for a new company"),
              new Column(
                  "reference",
                  "整理番号",
                  "/reference",
                  "your own number of a company without corporate number; names it next time too"),
              new Column(
                  "corporate_number",
                  "法人番号",
                  "/corporateNumber",
                  "13 digits; none: sole proprietor"),
              new Column("name", "名称", "/names/ja", "as registered, with its legal form"),
              new Column("name_kana", "フリガナ", "/names/kana", ""),
              new Column("name_en", "英語名称", "/names/en", ""),
              new Column("prefecture", "都道府県", "/prefecture", "JP-13, or 東京都"),
              new Column("industry", "業種(JSIC)", "/industry", "letter and 2 to 4 digits: E2743"),
              new Column("capital_yen", "資本金(円)", "/capital", "whole yen"),
              new Column("staff", "従業員数", "/staff", "regular employees"),
              new Column("office", "担当課・事務所", "/office", "code of a registered office"),
              new Column("target_countries", "希望国・地域", "/targetCountries", "ISO 3166 codes: VN;TH"),
              new Column("capacity", "供給余力", "/capacity", "none, limited or ready"),
              new Column("sample", "サンプル", "/sample", "true for made-up records")));

  private static final Rule NO_SUCH_LINE =
      Rule.invalid("unknown-id", "There is no active company of this id");
  private static final Rule REFERENCE_NEEDED =
      Rule.invalid("reference-needed", "A new company without corporate number needs a reference");
  private static final CurrencyCode YEN = CurrencyCode.of("JPY");

  private final Aggregates<CompanyCommand, CompanyEvent, Company> companies;
  private final Merges merges;
  private final OfficeRegister offices;

  CompanySheet(
      Aggregates<CompanyCommand, CompanyEvent, Company> companies,
      Merges companyMerges,
      OfficeRegister offices) {
    this.companies = companies;
    this.merges = companyMerges;
    this.offices = offices;
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public Mono<Stored<Company>> existing(Cells line, AgencyCode by) {
    Optional<String> id = line.text("id");
    if (id.isPresent()) {
      return merges
          .survivor(id.get())
          .flatMap(companies::find)
          .filter(it -> !it.state().isErased())
          .switchIfEmpty(
              Mono.error(() -> NO_SUCH_LINE.refuse("Leave it empty for a new one.", "/id")));
    }
    return number(line)
        .map(this::activeWith)
        .orElseGet(() -> merges.survivor(newId(line, by)).flatMap(companies::find));
  }

  private Mono<Stored<Company>> activeWith(CorporateNumber number) {
    return Flux.from(
            companies
                .collection()
                .find(
                    Filters.and(
                        Filters.eq(CompanyKeys.NUMBER, number.digits()),
                        Filters.eq(CompanyKeys.STATE, CompanyState.ACTIVE.code()))))
        .map(companies::read)
        .next();
  }

  @Override
  public String newId(Cells line, AgencyCode by) {
    return number(line)
        .map(it -> Ids.derived("cmp", "corporate-number", it.digits()))
        .or(() -> line.text("reference").map(it -> Ids.derived("cmp", "of", by.code(), it)))
        .orElseThrow(() -> REFERENCE_NEEDED.refuse("Give one that stays the same.", "/reference"));
  }

  @Override
  public Mono<CompanyCommand> command(
      String id, Cells line, Optional<Company> existing, AgencyCode by) {
    Optional<CompanyProfile> now = existing.flatMap(Company::profile);
    return office(line, now, by)
        .map(
            office -> {
              CompanyProfile profile = profile(line, now, office);
              return existing.isPresent() ? new ChangeProfile(profile) : new Register(id, profile);
            });
  }

  private Mono<Optional<ResponsibleOffice>> office(
      Cells line, Optional<CompanyProfile> now, AgencyCode by) {
    Optional<ResponsibleOffice> here = now.flatMap(CompanyProfile::office);
    return line.has("office") ? offices.named(line.text("office"), here, by) : Mono.just(here);
  }

  private static CompanyProfile profile(
      Cells line, Optional<CompanyProfile> now, Optional<ResponsibleOffice> office) {
    Optional<CompanyNames> names = now.map(CompanyProfile::names);
    return new CompanyProfile(
        line.has("corporate_number") ? number(line) : now.flatMap(CompanyProfile::corporateNumber),
        new CompanyNames(
            line.text("name")
                .or(() -> names.map(CompanyNames::ja))
                .orElseGet(() -> line.required("name")),
            kept(line, "name_kana", line.text("name_kana"), names.flatMap(CompanyNames::kana)),
            kept(line, "name_en", line.text("name_en"), names.flatMap(CompanyNames::en))),
        kept(
            line,
            "prefecture",
            line.code("prefecture", CodeLists.PREFECTURES),
            now.flatMap(CompanyProfile::prefecture)),
        kept(
            line,
            "industry",
            line.value("industry", IndustryCode::new),
            now.flatMap(CompanyProfile::industry)),
        kept(
            line,
            "capital_yen",
            line.number("capital_yen").map(it -> Money.of(BigDecimal.valueOf(it), YEN)),
            now.flatMap(CompanyProfile::capital)),
        kept(
            line,
            "staff",
            line.value("staff", Integer::valueOf),
            now.flatMap(CompanyProfile::staff)),
        office,
        now.map(CompanyProfile::licences).orElse(List.of()),
        now.map(CompanyProfile::certificates).orElse(List.of()),
        now.map(CompanyProfile::products).orElse(List.of()),
        line.has("target_countries")
            ? line.values("target_countries", CountryCode::of)
            : now.map(CompanyProfile::targetCountries).orElse(List.of()),
        kept(
            line,
            "capacity",
            line.code("capacity", "supply-capacities").map(CompanySheet::capacity),
            now.flatMap(CompanyProfile::capacity)),
        now.map(CompanyProfile::deliveries).orElse(List.of()),
        line.has("sample")
            ? line.text("sample").map(Boolean::parseBoolean).orElse(false)
            : now.map(CompanyProfile::sample).orElse(false));
  }

  /** A column that the file lacks leaves what is there; an empty cell empties it. */
  private static <T> Optional<T> kept(
      Cells line, String column, Optional<T> told, Optional<T> now) {
    return line.has(column) ? told : now;
  }

  private static SupplyCapacity capacity(String code) {
    return SupplyCapacity.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static Optional<CorporateNumber> number(Cells line) {
    return line.value("corporate_number", CorporateNumber::of);
  }

  /**
   * A company as a line.
   *
   * @param all whether to show what needs the company's consent
   */
  static List<String> line(Stored<Company> stored, boolean all) {
    CompanyProfile profile = stored.state().known();
    Optional<CompanyNames> names = all ? Optional.of(profile.names()) : profile.publicNames();
    return List.of(
        stored.id(),
        "",
        profile.corporateNumber().map(CorporateNumber::digits).orElse(""),
        names.map(CompanyNames::ja).orElse(""),
        names.flatMap(CompanyNames::kana).orElse(""),
        names.flatMap(CompanyNames::en).orElse(""),
        profile.prefecture().orElse(""),
        profile.industry().map(IndustryCode::code).orElse(""),
        profile.capital().filter(it -> all).map(it -> it.amount().toPlainString()).orElse(""),
        profile.staff().filter(it -> all).map(String::valueOf).orElse(""),
        profile.office().map(ResponsibleOffice::code).orElse(""),
        String.join(";", profile.targetCountries().stream().map(CountryCode::code).toList()),
        profile.capacity().map(SupplyCapacity::code).orElse(""),
        String.valueOf(profile.sample()));
  }
}

package dev.kanmin.directory.company;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Countries;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Money;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a profile must obey. The first fault found is refused, with its place in the profile. */
final class ProfileChecks {
  static final Rule UNKNOWN_PREFECTURE =
      Rule.invalid("unknown-prefecture", "The code list prefectures has no such prefecture");
  static final Rule COUNTRY_NOT_ABROAD =
      Rule.invalid("country-not-abroad", "Target countries and deliveries are abroad");
  static final Rule UNKNOWN_COUNTRY =
      Rule.invalid("unknown-country", "The code list countries has no such country");
  static final Rule CAPITAL_NOT_IN_YEN =
      Rule.invalid("capital-not-in-yen", "The capital of a Japanese company is in yen");
  static final Rule CAPITAL_WITHOUT_CORPORATION =
      Rule.invalid("capital-without-corporation", "A sole proprietor has no capital");
  static final Rule DATES_OUT_OF_ORDER =
      Rule.invalid("dates-out-of-order", "What expires does so after it began");

  private static final CountryCode JAPAN = CountryCode.of("JP");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 60;
  private static final int MOST_STAFF = 10_000_000;
  private static final int FIRST_YEAR = 1950;

  private ProfileChecks() {}

  static void check(CompanyProfile profile, Instant at) {
    names(profile.names());
    profile.prefecture().ifPresent(ProfileChecks::prefecture);
    profile.capital().ifPresent(it -> capital(it, profile.isPersonal()));
    staff(profile.staff());
    profile.office().ifPresent(it -> it.check("/office"));
    licences(profile.licences());
    Checks.distinct(profile.certificates(), 30, "/certificates");
    Checks.each(
        profile.certificates(),
        "/certificates",
        (it, place) -> Checks.text(it.standard(), LONGEST_NUMBER, place + "/standard"));
    Checks.distinct(profile.products().stream().map(Product::productId).toList(), 200, "/products");
    Checks.each(profile.products(), "/products", ProfileChecks::product);
    Checks.distinct(profile.targetCountries(), 60, "/targetCountries");
    Checks.each(profile.targetCountries(), "/targetCountries", ProfileChecks::abroad);
    Checks.distinct(profile.deliveries(), 200, "/deliveries");
    int thisYear = Company.day(at).getYear();
    Checks.each(profile.deliveries(), "/deliveries", (it, place) -> delivery(it, thisYear, place));
  }

  static void consent(List<ConsentGrant> grants) {
    Checks.distinct(grants.stream().map(ConsentGrant::agency).toList(), 100, "/grants");
    Checks.each(
        grants,
        "/grants",
        (grant, place) -> {
          Checks.agency(grant.agency(), place + "/agency");
          Checks.distinct(grant.purposes(), 10, place + "/purposes");
        });
  }

  private static void names(CompanyNames names) {
    Checks.text(names.ja(), LONGEST_NAME, "/names/ja");
    names.kana().ifPresent(it -> Checks.text(it, LONGEST_NAME, "/names/kana"));
    names.en().ifPresent(it -> Checks.text(it, LONGEST_NAME, "/names/en"));
  }

  private static void prefecture(String code) {
    if (!CodeLists.list(CodeLists.PREFECTURES).has(code)) {
      throw UNKNOWN_PREFECTURE.refuse("It is JP-01 to JP-47.", "/prefecture");
    }
  }

  private static void capital(Money capital, boolean personal) {
    Checks.payable(capital, "/capital");
    if (!capital.currency().code().equals("JPY")) {
      throw CAPITAL_NOT_IN_YEN.refuse("Give it in JPY.", "/capital/currency");
    }
    if (personal) {
      throw CAPITAL_WITHOUT_CORPORATION.refuse(
          "Give the corporate number, or leave the capital out.", "/capital");
    }
  }

  /** A company whose owner works alone has none. */
  private static void staff(Optional<Integer> staff) {
    if (staff.filter(it -> it < 0 || it > MOST_STAFF).isPresent()) {
      throw Checks.NUMBER_OUT_OF_RANGE.refuse("It is 0 to " + MOST_STAFF + ".", "/staff");
    }
  }

  private static void licences(List<Licence> licences) {
    Checks.distinct(licences, 30, "/licences");
    Checks.each(
        licences,
        "/licences",
        (it, place) ->
            it.number().ifPresent(no -> Checks.text(no, LONGEST_NUMBER, place + "/number")));
  }

  private static void product(Product product, String place) {
    Checks.code(product.productId(), place + "/productId");
    Checks.text(product.names(), LONGEST_NAME, place + "/names");
    Checks.distinct(product.hs(), 20, place + "/hs");
    Checks.distinct(product.fields(), 20, place + "/fields");
    Checks.each(product.fields(), place + "/fields", Checks::field);
    Checks.distinct(product.registrations(), 60, place + "/registrations");
    Checks.each(product.registrations(), place + "/registrations", ProfileChecks::registration);
  }

  private static void registration(Registration it, String place) {
    known(it.country(), place + "/country");
    Checks.text(it.scheme(), LONGEST_NAME, place + "/scheme");
    it.deviceClass().ifPresent(text -> Checks.text(text, 30, place + "/deviceClass"));
    it.number().ifPresent(text -> Checks.text(text, LONGEST_NUMBER, place + "/number"));
    if (isBefore(it.expires(), it.on())) {
      throw DATES_OUT_OF_ORDER.refuse(
          "It was registered on " + it.on().orElseThrow() + ".", place + "/expires");
    }
  }

  private static boolean isBefore(Optional<LocalDate> last, Optional<LocalDate> first) {
    return last.flatMap(end -> first.map(end::isBefore)).orElse(false);
  }

  private static void delivery(Delivery delivery, int thisYear, String place) {
    abroad(delivery.country(), place + "/country");
    Checks.field(delivery.field(), place + "/field");
    if (delivery.year() < FIRST_YEAR || delivery.year() > thisYear) {
      throw Checks.NUMBER_OUT_OF_RANGE.refuse(
          "It is " + FIRST_YEAR + " to " + thisYear + ".", place + "/year");
    }
  }

  private static void abroad(CountryCode country, String place) {
    known(country, place);
    if (country.equals(JAPAN)) {
      throw COUNTRY_NOT_ABROAD.refuse("Leave JP out.", place);
    }
  }

  private static void known(CountryCode country, String place) {
    if (Countries.find(country).isEmpty()) {
      throw UNKNOWN_COUNTRY.refuse(country + " is none of them.", place);
    }
  }
}

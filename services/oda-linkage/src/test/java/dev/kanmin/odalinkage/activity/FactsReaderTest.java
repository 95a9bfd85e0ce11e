package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.activity.ActivityFacts.CountryShare;
import dev.kanmin.odalinkage.activity.Omission.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactsReaderTest {
  private static final String SECTOR = "<sector code='12191'/>";

  @Test
  void the_only_country_has_all_of_it() {
    assertThat(facts("<recipient-country code='VN'/>" + SECTOR).countries())
        .containsExactly(
            new CountryShare(CountryCode.of("VN"), Optional.of(new BigDecimal("100"))));
  }

  @Test
  void several_countries_have_what_the_report_gives_them() {
    assertThat(
            facts(
                    "<recipient-country code='VN' percentage='33.33'/>"
                        + "<recipient-country code='LA' percentage='66.67'/>"
                        + SECTOR)
                .countries())
        .containsExactly(
            new CountryShare(CountryCode.of("VN"), Optional.of(new BigDecimal("33.33"))),
            new CountryShare(CountryCode.of("LA"), Optional.of(new BigDecimal("66.67"))));
  }

  @Test
  void countries_that_only_transactions_name_are_told_too() {
    assertThat(facts(SECTOR + transaction("3", "10", "<recipient-country code='KH'/>")).countries())
        .containsExactly(
            new CountryShare(CountryCode.of("KH"), Optional.of(new BigDecimal("100"))));
  }

  @Test
  void a_revised_budget_counts_instead_of_the_original_one_of_its_period() {
    assertThat(
            facts(
                    "<recipient-country code='VN'/>"
                        + SECTOR
                        + budget("1", "2026", "100")
                        + budget("2", "2026", "150")
                        + budget("1", "2027", "70"))
                .money()
                .budgets())
        .containsExactly(Money.of("220", "JPY"));
  }

  @Test
  void money_is_added_per_currency_and_kind_and_never_across() {
    ActivityFacts.Totals money =
        facts(
                "<recipient-country code='VN'/>"
                    + SECTOR
                    + transaction("2", "1000", "")
                    + transaction("3", "-250.5", "")
                    + transaction("3", "300", "")
                    + transaction("4", "20", "")
                    + transaction("11", "5", "").replace("<value", "<value currency='USD'"))
            .money();

    assertThat(money.commitments()).containsExactly(Money.of("1000", "JPY"));
    assertThat(money.disbursements())
        .containsExactly(Money.asPublished(new BigDecimal("49.5"), CurrencyCode.of("JPY")));
    assertThat(money.expenditures()).containsExactly(Money.of("20", "JPY"));
    assertThat(money.leftOut()).isZero();
  }

  @Test
  void sums_that_cannot_be_money_are_left_out_and_counted() {
    ActivityFacts.Totals money =
        facts(
                "<recipient-country code='VN'/>"
                    + SECTOR
                    + transaction("2", "9" + "0".repeat(22), "").repeat(12)
                    + transaction("2", "7", "").replace("<value", "<value currency='QQQ'")
                    + transaction("2", "8", ""))
            .money();

    assertThat(money.commitments()).containsExactly(Money.of("990000000000000000000008", "JPY"));
    assertThat(money.leftOut()).isEqualTo(2);
  }

  @Test
  void a_title_of_any_length_fits_on_an_event() {
    Samples.Sample sample =
        Samples.one(Samples.inVietNam(Samples.BANK, Samples.BANK + "-1", "内視鏡𠮷".repeat(1_000)));
    String title = facts(sample).title().get("en");
    assertThat(title.codePointCount(0, title.length())).isEqualTo(300);
    assertThat(title).endsWith("…");
  }

  @Test
  void titles_are_told_by_the_language_that_readers_choose() {
    Samples.Sample sample =
        Samples.one(
            Samples.inVietNam(Samples.BANK, Samples.BANK + "-1", "British")
                .replace("xml:lang=\"en\"", "xml:lang=\"en-GB\"")
                .replace(
                    "</title>",
                    "<narrative xml:lang='ja-JP'>内視鏡(日本)</narrative>"
                        + "<narrative xml:lang='JA'>内視鏡</narrative>"
                        + "<narrative xml:lang='zh-TW'>內視鏡</narrative>"
                        + "<narrative xml:lang='jp'>カメラ</narrative></title>"));
    assertThat(facts(sample).title())
        .containsOnly(
            Map.entry("en", "British"),
            Map.entry("ja", "内視鏡"),
            Map.entry("zh-Hant", "內視鏡"),
            Map.entry("und", "カメラ"));
  }

  @Test
  void what_is_cut_is_told() {
    String narratives =
        Stream.of("ja", "zh", "ko", "th", "vi", "id", "km", "lo", "my", "mn", "bn")
            .map(code -> "<narrative xml:lang='" + code + "'>" + "x".repeat(400) + "</narrative>")
            .reduce("", String::concat);
    Samples.Sample sample =
        Samples.one(
            Samples.inVietNam(Samples.BANK, Samples.BANK + "-1", "Title")
                .replace("</title>", narratives + "</title>")
                .replace(
                    "<sector ",
                    "<location><point srsName='x'><pos>Hanoi</pos></point></location><sector "));
    assertThat(facts(sample).leftOut())
        .extracting(Omission::reason, Omission::count)
        .containsExactly(
            tuple(Reason.TITLE_LANGUAGES, 2),
            tuple(Reason.TITLE_SHORTENED, 9),
            tuple(Reason.UNREADABLE_POSITION, 1));
  }

  @Test
  void what_has_happened_is_not_expected_and_what_is_overdue_still_is() {
    String dates =
        "<activity-date type='1' iso-date='2026-03-01'/><activity-date type='3'"
            + " iso-date='2026-10-01'/>";
    String planned =
        Samples.inVietNam(Samples.BANK, Samples.BANK + "-1", "Title")
            .replace("<activity-date type=\"2\" iso-date=\"2026-04-01\"/>", dates);
    ActivityFacts begun =
        facts(
            Samples.one(
                planned.replace(
                    "<recipient-country",
                    "<activity-date type='2' iso-date='2026-04-01'/><recipient-country")));
    ActivityFacts closed =
        facts(Samples.one(planned.replace("status code=\"2\"", "status code=\"4\"")));

    assertThat(expected(facts(Samples.one(planned))))
        .containsExactly("planned-start 2026-03-01", "planned-end 2026-10-01");
    assertThat(expected(begun)).containsExactly("planned-end 2026-10-01");
    assertThat(expected(closed)).isEmpty();
    Course overdue =
        new Course(
            Optional.of("grant-aid"),
            List.of(),
            Optional.of("tender"),
            Optional.of(LocalDate.of(2026, 1, 15)));
    assertThat(expected(closed.with(overdue))).containsExactly("next-step 2026-01-15");
  }

  private static List<String> expected(ActivityFacts facts) {
    return facts.expected().stream().map(each -> each.what() + " " + each.on()).toList();
  }

  private static String budget(String type, String year, String amount) {
    return """
    <budget type="%1$s"><period-start iso-date="%2$s-04-01"/><period-end iso-date="%2$s-12-31"/>\
    <value value-date="%2$s-04-01">%3$s</value></budget>
    """
        .formatted(type, year, amount);
  }

  private static String transaction(String type, String amount, String country) {
    return """
    <transaction><transaction-type code="%s"/><transaction-date iso-date="2026-05-01"/>\
    <value value-date="2026-05-01">%s</value>%s</transaction>
    """
        .formatted(type, amount, country);
  }

  private static ActivityFacts facts(String parts) {
    return facts(Samples.one(Samples.activity(Samples.BANK, Samples.BANK + "-1", "Title", parts)));
  }

  private static ActivityFacts facts(Samples.Sample sample) {
    return FactsReader.read(
        sample.activity(),
        new FactsReader.Arrival(
            "", AgencyCode.of("jica"), Origin.IMPORTED, Samples.CLOCK.instant()),
        sectors -> List.of(),
        Course.NONE);
  }
}

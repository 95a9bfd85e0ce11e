package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.activity.ActivityFacts.CountryShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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
                    + transaction("2", "1" + "0".repeat(40), "")
                    + transaction("2", "7", "").replace("<value", "<value currency='QQQ'")
                    + transaction("2", "8", ""))
            .money();

    assertThat(money.commitments()).containsExactly(Money.of("8", "JPY"));
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
        sample.activity(), "", AgencyCode.of("jica"), Origin.IMPORTED, List.of(), Course.NONE);
  }
}

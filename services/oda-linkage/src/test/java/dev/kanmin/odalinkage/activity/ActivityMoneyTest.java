package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.activity.ActivityFacts.CountryShare;
import dev.kanmin.odalinkage.activity.Omission.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where money goes, what counts, and what is told of the rest. */
class ActivityMoneyTest {
  private static final String BHUTAN = "<recipient-country code='BT'/>";
  private static final String HEALTH = "<sector code='12191'/>";

  @Test
  void a_transaction_with_a_country_of_its_own_goes_there_and_not_where_the_activity_goes() {
    ActivityFacts facts =
        facts(
            BHUTAN
                + HEALTH
                + transaction("2", "1000", "<recipient-country code='MV'/>")
                + transaction("2", "200", ""));

    assertThat(figures(facts)).containsExactly("commitment 200", "commitment 1000 in MV=100");
    assertThat(facts.money().commitments()).containsExactly(Money.of("1200", "JPY"));
    assertThat(countries(facts)).containsExactly("BT=100", "MV=0");
    assertThat(facts.leftOut()).isEmpty();
  }

  @Test
  void countries_that_only_transactions_name_have_what_is_theirs_and_a_budget_has_no_country() {
    ActivityFacts facts =
        facts(
            HEALTH
                + budget("1", "2026-04-01", "2027-03-31", "900")
                + transaction("3", "600", "<recipient-country code='BT'/>")
                + transaction("3", "300", "<recipient-country code='MV'/>"));

    assertThat(figures(facts))
        .containsExactly("budget 900", "disbursement 600 in BT=100", "disbursement 300 in MV=100");
    assertThat(countries(facts)).containsExactly("BT=?", "MV=?");
    assertThat(told(facts)).containsExactly("no-country-share 1 budget 900 JPY");
  }

  @Test
  void where_all_transactions_go_to_one_country_the_budget_does_too() {
    ActivityFacts facts =
        facts(
            HEALTH
                + budget("1", "2026-04-01", "2027-03-31", "900")
                + transaction("3", "600", "<recipient-country code='BT'/>"));

    assertThat(figures(facts)).containsExactly("budget 900", "disbursement 600");
    assertThat(countries(facts)).containsExactly("BT=100");
    assertThat(facts.leftOut()).isEmpty();
  }

  @Test
  void where_only_some_transactions_name_a_country_the_others_are_told_to_have_none() {
    ActivityFacts facts =
        facts(
            HEALTH
                + transaction("3", "600", "<recipient-country code='BT'/>")
                + transaction("3", "50", ""));

    assertThat(figures(facts)).containsExactly("disbursement 50", "disbursement 600 in BT=100");
    assertThat(told(facts)).containsExactly("no-country-share 1 disbursement 50 JPY");
  }

  @Test
  void what_goes_to_a_region_or_an_unknown_country_is_in_no_country_and_told() {
    ActivityFacts facts =
        facts(
            "<recipient-country code='BT' percentage='60'/>"
                + "<recipient-region code='689' percentage='40'/>"
                + HEALTH
                + transaction("2", "1000", "")
                + transaction("3", "70", "<recipient-region code='789'/>")
                + transaction("4", "5", "<recipient-country code='QQ'/>")
                + transaction("4", "8", "<recipient-country code='XK'/>"));

    assertThat(figures(facts))
        .containsExactly(
            "commitment 1000", "disbursement 70 in", "expenditure 8 in XK=100", "expenditure 5 in");
    assertThat(told(facts))
        .containsExactly(
            "in-region 1 commitment 400 JPY",
            "in-region 1 disbursement 70 JPY",
            "unknown-country 1 expenditure 5 JPY");
    assertThat(countries(facts)).containsExactly("BT=60", "XK=0");
    assertThat(facts.regions()).hasSize(2);
  }

  @Test
  void a_transactions_own_sectors_decide_its_fields() {
    ActivityFacts facts =
        mapped(
            "Endoscopy",
            BHUTAN
                + "<sector code='12191' percentage='60'/><sector code='21020' percentage='40'/>"
                + transaction("2", "1000", "")
                + transaction("3", "70", "<sector code='21020'/>")
                + transaction("3", "30", "<sector code='12191'/>")
                + transaction("3", "4", "<sector vocabulary='99' code='OWN'/>"));

    assertThat(figures(facts))
        .containsExactly(
            "commitment 1000",
            "disbursement 4",
            "disbursement 70 for endoscopy=0",
            "disbursement 30 for endoscopy=100");
    assertThat(facts.leftOut()).isEmpty();
  }

  @Test
  void sectors_that_only_a_transaction_names_support_a_field_and_have_only_its_money() {
    ActivityFacts facts =
        mapped(
            "Endoscopy",
            BHUTAN
                + "<sector code='21020'/>"
                + transaction("2", "1000", "")
                + transaction("3", "30", "<sector code='12191'/>"));

    assertThat(facts.fields()).extracting(FieldMapping::field).containsExactly(field("endoscopy"));
    assertThat(facts.fields().getFirst().percentage()).hasValue(new BigDecimal("0"));
    assertThat(figures(facts))
        .containsExactly("commitment 1000", "disbursement 30 for endoscopy=100");
  }

  @Test
  void sectors_of_all_transactions_alike_hold_for_the_activity_and_different_ones_do_not() {
    String budget = budget("1", "2026-04-01", "2027-03-31", "9");
    ActivityFacts alike =
        mapped("Endoscopy", BHUTAN + budget + transaction("2", "10", HEALTH).repeat(2));
    ActivityFacts different =
        mapped(
            "Endoscopy",
            BHUTAN
                + budget
                + transaction("2", "10", HEALTH)
                + transaction("2", "5", "<sector code='21020'/>"));

    assertThat(figures(alike)).containsExactly("budget 9", "commitment 20");
    assertThat(alike.leftOut()).isEmpty();
    assertThat(figures(different))
        .containsExactly(
            "budget 9", "commitment 5 for endoscopy=0", "commitment 10 for endoscopy=100");
    assertThat(told(different)).containsExactly("no-field-share 1 budget 9 JPY");
  }

  @Test
  void several_sectors_of_one_transaction_have_parts_that_nobody_knows() {
    ActivityFacts facts =
        mapped(
            "Endoscopy",
            BHUTAN + HEALTH + transaction("3", "7", HEALTH + "<sector code='21020'/>"));

    assertThat(figures(facts)).containsExactly("disbursement 7 for endoscopy=?");
    assertThat(told(facts)).containsExactly("no-field-share 1 disbursement 7 JPY");
  }

  @Test
  void cells_are_told_when_money_counts_for_several_fields() {
    assertThat(mapped("Endoscopy", BHUTAN + HEALTH).fieldSharesOverlap()).contains(false);
    assertThat(mapped("Endoscopy and dialysis", BHUTAN + HEALTH).fieldSharesOverlap())
        .contains(true);
  }

  @Test
  void a_revised_budget_replaces_the_original_of_which_it_covers_most() {
    String original = budget("1", "2026-01-01", "2026-12-31", "100");
    for (String revised :
        List.of(
            budget("2", "2026-01-01", "2026-12-31", "150"),
            budget("2", "2026-01-02", "2027-01-01", "150"),
            budget("2", "2026-04-01", "2027-03-31", "150"),
            budget("2", "2026-01-01", "2026-06-30", "70")
                + budget("2", "2026-07-01", "2026-12-31", "80"))) {
      ActivityFacts facts = facts(BHUTAN + HEALTH + original + revised);
      assertThat(facts.money().budgets()).as(revised).containsExactly(Money.of("150", "JPY"));
      assertThat(facts.leftOut()).as(revised).isEmpty();
    }
  }

  @Test
  void a_revised_budget_replaces_one_in_another_currency_too() {
    ActivityFacts facts =
        facts(
            BHUTAN
                + HEALTH
                + budget("1", "2026-01-01", "2026-12-31", "100")
                + budget("2", "2026-01-01", "2026-12-31", "7")
                    .replace("<value ", "<value currency='USD' "));
    assertThat(facts.money().budgets()).containsExactly(Money.of("7", "USD"));
  }

  @Test
  void a_revision_of_a_small_part_is_left_out_and_told() {
    ActivityFacts facts =
        facts(
            BHUTAN
                + HEALTH
                + budget("1", "2026-01-01", "2026-12-31", "100")
                + budget("2", "2026-01-01", "2026-03-31", "40"));
    assertThat(facts.money().budgets()).containsExactly(Money.of("100", "JPY"));
    assertThat(facts.money().leftOut()).isEqualTo(1);
    assertThat(told(facts)).containsExactly("overlapping-budget 1 budget 40 JPY");
  }

  @Test
  void of_original_budgets_of_the_same_time_one_counts_and_the_other_is_told() {
    ActivityFacts facts =
        facts(
            BHUTAN
                + HEALTH
                + budget("1", "2026-01-01", "2026-12-31", "100")
                + budget("1", "2026-01-15", "2027-01-14", "120"));
    assertThat(facts.money().budgets()).containsExactly(Money.of("120", "JPY"));
    assertThat(told(facts)).containsExactly("overlapping-budget 1 budget 100 JPY");
  }

  @Test
  void yearly_budgets_count_rather_than_their_sum() {
    ActivityFacts facts =
        facts(
            BHUTAN
                + HEALTH
                + budget("1", "2026-01-01", "2028-12-31", "300")
                + budget("1", "2026-01-01", "2026-12-31", "90")
                + budget("1", "2027-01-01", "2027-12-31", "110")
                + budget("1", "2028-01-01", "2028-12-31", "100"));
    assertThat(facts.money().budgets()).containsExactly(Money.of("300", "JPY"));
    assertThat(told(facts)).containsExactly("overlapping-budget 1 budget 300 JPY");
  }

  @Test
  void neighbouring_budgets_both_count_and_sharing_months_is_told() {
    String first = budget("1", "2026-04-01", "2027-04-01", "100");
    ActivityFacts neighbours =
        facts(BHUTAN + HEALTH + first + budget("1", "2027-04-01", "2028-03-31", "110"));
    ActivityFacts sharing =
        facts(BHUTAN + HEALTH + first + budget("1", "2027-01-01", "2027-12-31", "110"));

    assertThat(neighbours.money().budgets()).containsExactly(Money.of("210", "JPY"));
    assertThat(neighbours.leftOut()).isEmpty();
    assertThat(sharing.money().budgets()).containsExactly(Money.of("210", "JPY"));
    assertThat(told(sharing)).containsExactly("budgets-may-overlap 2");
  }

  @Test
  void more_budgets_than_anybody_has_are_told_and_take_no_time() {
    String many =
        IntStream.range(0, 3_000)
            .mapToObj(i -> budget("1", "2026-04-01", "2027-03-31", "1"))
            .reduce("", String::concat);
    ActivityFacts facts = facts(BHUTAN + HEALTH + many);
    assertThat(facts.money().budgets()).containsExactly(Money.of("1", "JPY"));
    assertThat(told(facts))
        .containsExactly("overlapping-budget 999 budget 999 JPY", "too-many-budgets 2000");
  }

  @Test
  void an_activity_of_ten_thousands_of_parts_is_read_in_little_time() {
    String parts =
        IntStream.range(0, 8_000)
                .mapToObj(i -> "<recipient-region code='%s' percentage='0.01'/>".formatted(i))
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
            + IntStream.range(0, 8_000)
                .mapToObj(i -> "<sector code='%s' percentage='0.01'/>".formatted(10_000 + i))
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString()
            + IntStream.range(0, 8_000)
                .mapToObj(i -> transaction("3", "1", "<sector code='%s'/>".formatted(12_000 + i)))
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append);
    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThat(mapped("Endoscopy", parts).money().disbursements())
                .containsExactly(Money.of("8000", "JPY")));
  }

  @Test
  void the_sum_of_reported_children_is_not_counted_again() {
    ActivityFacts parent =
        facts(
            BHUTAN
                + HEALTH
                + transaction("2", "1000", "")
                + "<related-activity ref='C' type='2'/>");
    ActivityFacts child =
        facts(
            BHUTAN
                + HEALTH
                + transaction("2", "1000", "")
                + "<related-activity ref='P' type='1'/>");

    assertThat(parent.money().commitments()).isEmpty();
    assertThat(told(parent)).containsExactly("reported-by-children 1 commitment 1000 JPY");
    assertThat(child.money().commitments()).containsExactly(Money.of("1000", "JPY"));
    assertThat(told(child)).containsExactly("may-be-in-parent 1");
    assertThat(child.related()).containsExactly(new ActivityFacts.RelatedTo("1", "P"));
  }

  @Test
  void what_a_secondary_reporter_reproduces_is_not_counted_again() {
    Samples.Sample sample =
        Samples.one(
            Samples.activity(
                    Samples.BANK,
                    Samples.BANK + "-1",
                    "Title",
                    BHUTAN
                        + HEALTH
                        + budget("1", "2026-04-01", "2027-03-31", "50")
                        + transaction("2", "1000", ""))
                .replace("<reporting-org ", "<reporting-org secondary-reporter='1' "));
    ActivityFacts facts = facts(sample, Optional.empty());

    assertThat(facts.money().figures()).isEmpty();
    assertThat(facts.money().leftOut()).isEqualTo(2);
    assertThat(told(facts))
        .containsExactly(
            "secondary-reporter 1 budget 50 JPY", "secondary-reporter 1 commitment 1000 JPY");
  }

  @Test
  void sums_without_a_currency_are_told() {
    Samples.Sample sample =
        Samples.one(
            Samples.activity(
                    Samples.BANK,
                    Samples.BANK + "-1",
                    "Title",
                    BHUTAN + HEALTH + transaction("2", "1000", "").repeat(2))
                .replace("default-currency=\"JPY\"", ""));
    ActivityFacts facts = facts(sample, Optional.empty());

    assertThat(facts.money().leftOut()).isEqualTo(2);
    assertThat(told(facts)).containsExactly("no-currency 2 commitment");
  }

  @Test
  void the_missing_half_is_told() {
    ActivityFacts facts =
        facts(
            "<recipient-country code='BT' percentage='50'/>"
                + HEALTH
                + transaction("2", "1000", ""));
    assertThat(countries(facts)).containsExactly("BT=50");
    assertThat(told(facts)).containsExactly("no-country-share 1 commitment 500 JPY");
  }

  @Test
  void shares_add_up_to_the_whole_to_the_last_yen() {
    for (String percentage : List.of("100", "33.33", "33.333333")) {
      ActivityFacts facts =
          facts(
              Stream.of("BT", "MV", "NP")
                      .map(
                          code ->
                              "<recipient-country code='%s' percentage='%s'/>"
                                  .formatted(code, percentage))
                      .reduce("", String::concat)
                  + HEALTH
                  + transaction("2", "300000000000", ""));

      List<BigDecimal> parts =
          facts.countries().stream()
              .map(CountryShare::percentage)
              .map(Optional::orElseThrow)
              .map(part -> part.multiply(new BigDecimal("3000000000")))
              .toList();
      assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .as(percentage)
          .isEqualByComparingTo("300000000000");
      assertThat(parts)
          .allSatisfy(
              part ->
                  assertThat(part.subtract(new BigDecimal("100000000000")).abs())
                      .isLessThan(BigDecimal.ONE));
      assertThat(facts.leftOut()).isEmpty();
    }
  }

  @Test
  void places_are_bounded_with_asia_first_and_the_rest_is_told() {
    List<String> codes = Stream.of(java.util.Locale.getISOCountries()).limit(220).toList();
    String transactions =
        codes.stream()
            .map(code -> transaction("3", "1", "<recipient-country code='" + code + "'/>"))
            .reduce("", String::concat);
    ActivityFacts facts = facts(HEALTH + transactions);

    assertThat(facts.money().figures()).hasSize(FigureSums.MOST);
    assertThat(facts.money().disbursements()).containsExactly(Money.of("220", "JPY"));
    assertThat(told(facts)).containsExactly("too-many-places 120 disbursement 120 JPY");
    long inAsia = codes.stream().filter(code -> CountryCode.of(code).isInAsia()).count();
    assertThat(facts.money().figures().stream().limit(inAsia))
        .allMatch(
            figure ->
                CountryCode.of(figure.countries().orElseThrow().getFirst().code()).isInAsia());
  }

  @Test
  void overriding_the_fields_divides_the_money_anew() {
    AgencyCode jica = AgencyCode.of("jica");
    Samples.Sample sample =
        Samples.one(
            Samples.activity(
                Samples.BANK,
                Samples.BANK + "-1",
                "Endoscopy",
                BHUTAN + "<sector code='21020'/>" + transaction("3", "30", HEALTH)));
    Activity overridden =
        Asked.after(
            new Asked(jica, new ActivityCommand.Import(sample.report(), sample.activity())),
            new Asked(
                jica,
                new ActivityCommand.OverrideFields(
                    List.of(field("telemedicine")), OverrideReason.WRONG_FIELD, Optional.empty())));
    assertThat(figures(overridden.known())).containsExactly("disbursement 30 for telemedicine=100");
  }

  private static String budget(String type, String start, String end, String amount) {
    return """
    <budget type="%s"><period-start iso-date="%s"/><period-end iso-date="%s"/>\
    <value value-date="2026-04-01">%s</value></budget>
    """
        .formatted(type, start, end, amount);
  }

  private static String transaction(String type, String amount, String own) {
    String sectors = own.startsWith("<sector") ? own : "";
    String place = own.startsWith("<sector") ? "" : own;
    return """
    <transaction><transaction-type code="%s"/><transaction-date iso-date="2026-05-01"/>\
    <value value-date="2026-05-01">%s</value>%s%s</transaction>
    """
        .formatted(type, amount, sectors, place);
  }

  private static Field field(String code) {
    return Field.of(code);
  }

  /** Without any field, so that only places are told apart. */
  private static ActivityFacts facts(String parts) {
    return facts(
        Samples.one(Samples.activity(Samples.BANK, Samples.BANK + "-1", "Title", parts)),
        Optional.empty());
  }

  private static ActivityFacts mapped(String title, String parts) {
    Samples.Sample sample =
        Samples.one(Samples.activity(Samples.BANK, Samples.BANK + "-1", title, parts));
    return facts(sample, Optional.of(sample));
  }

  private static ActivityFacts facts(Samples.Sample sample, Optional<Samples.Sample> mapped) {
    Instant now = Samples.CLOCK.instant();
    return FactsReader.read(
        sample.activity(),
        new FactsReader.Arrival("", AgencyCode.of("jica"), Origin.IMPORTED, now),
        sectors -> mapped.map(each -> FieldMapper.map(each.activity(), sectors)).orElse(List.of()),
        Course.NONE);
  }

  private static List<String> countries(ActivityFacts facts) {
    return facts.countries().stream()
        .map(share -> share.country() + "=" + percentage(share.percentage()))
        .toList();
  }

  private static List<String> figures(ActivityFacts facts) {
    return facts.money().figures().stream()
        .map(
            figure ->
                code(figure.what())
                    + " "
                    + figure.amount()
                    + figure
                        .countries()
                        .map(parts -> (" in " + parts(parts)).strip())
                        .map(text -> " " + text)
                        .orElse("")
                    + figure.fields().map(parts -> " for " + parts(parts)).orElse(""))
        .toList();
  }

  private static String parts(List<Figure.Part> parts) {
    return String.join(
        ",",
        parts.stream().map(part -> part.code() + "=" + percentage(part.percentage())).toList());
  }

  private static String percentage(Optional<BigDecimal> percentage) {
    return percentage.map(BigDecimal::toPlainString).orElse("?");
  }

  private static List<String> told(ActivityFacts facts) {
    return facts.leftOut().stream()
        .map(
            each ->
                (code(each.reason())
                        + " "
                        + each.count()
                        + each.what().map(what -> " " + code(what)).orElse("")
                        + each.amount().map(amount -> " " + amount).orElse("")
                        + each.unit().map(unit -> " " + unit).orElse(""))
                    .strip())
        .toList();
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Test
  void the_reasons_are_written_as_their_names() {
    for (Reason reason : Reason.values()) {
      assertThat(dev.kanmin.events.wire.Json.events().writeValueAsString(reason))
          .isEqualTo('"' + code(reason) + '"');
    }
  }
}

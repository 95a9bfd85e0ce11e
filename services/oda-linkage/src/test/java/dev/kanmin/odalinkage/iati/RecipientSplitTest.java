package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.iati.Iati.Result;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecipientSplitTest {

  private static final String FOUR_QUARTERS =
      "<recipient-country code='AF' percentage='25'/><recipient-country code='AG' percentage='25'/>"
          + "<recipient-region code='489' vocabulary='1' percentage='25'/>"
          + "<recipient-region code='A1' vocabulary='99' percentage='25'/>";

  @Test
  void countries_and_regions_of_several_vocabularies_that_make_100_share_as_reported() {
    assertThat(shares(FOUR_QUARTERS))
        .isEqualTo(Map.of("AF", "0.25", "AG", "0.25", "489", "0.25", "A1", "0.25"));
    assertThat(warnings(FOUR_QUARTERS)).isZero();
  }

  @Test
  void regions_told_twice_in_two_vocabularies_count_once() {
    String twice =
        "<recipient-country code='VN' percentage='40'/><recipient-region code='789' vocabulary='1'"
            + " percentage='60'/><recipient-region code='35' vocabulary='2' percentage='60'/>";

    assertThat(shares(twice)).isEqualTo(Map.of("VN", "0.4", "789", "0.6"));
    assertThat(warnings(twice)).isZero();
  }

  @Test
  void the_only_recipient_has_everything_without_a_percentage() {
    assertThat(shares("<recipient-country code='VN'/>")).isEqualTo(Map.of("VN", "1"));
    assertThat(warnings("<recipient-country code='VN'/>")).isZero();
  }

  @Test
  void of_several_those_without_a_percentage_get_nothing_and_it_is_said() {
    String some = "<recipient-country code='VN' percentage='60'/><recipient-country code='TH'/>";
    RecipientSplit split = split(some);

    assertThat(shares(some)).isEqualTo(Map.of("VN", "0.6"));
    assertThat(split.undivided()).isEqualByComparingTo("0.4");
    assertThat(warnings(some)).isEqualTo(1);
    assertThat(split("<recipient-country code='VN'/><recipient-country code='TH'/>").undivided())
        .isEqualByComparingTo("1");
  }

  @Test
  void more_than_100_is_scaled_down_so_that_nothing_counts_twice() {
    String tooMuch =
        "<recipient-country code='VN' percentage='100'/><recipient-country code='TH'"
            + " percentage='100'/>";

    assertThat(shares(tooMuch)).isEqualTo(Map.of("VN", "0.5", "TH", "0.5"));
    assertThat(warnings(tooMuch)).isEqualTo(1);
  }

  @Test
  void rounded_percentages_are_not_complained_of() {
    String thirds =
        "<recipient-country code='VN' percentage='33.33'/><recipient-country code='TH'"
            + " percentage='33.33'/><recipient-country code='LA' percentage='33.33'/>";

    assertThat(warnings(thirds)).isZero();
    assertThat(split(thirds).undivided()).isEqualByComparingTo("0");
    assertThat(shares(thirds).values().stream().map(BigDecimal::new).reduce(BigDecimal::add))
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("1"));
  }

  @Test
  void a_transaction_with_a_recipient_of_its_own_goes_there_as_a_whole() {
    String transaction =
        "<transaction><transaction-type code='3'/><transaction-date iso-date='2026-01-01'/><value"
            + " value-date='2026-01-01'>1</value>%s</transaction>";
    IatiActivity activity =
        activity(
            "<recipient-country code='VN' percentage='60'/><recipient-country code='TH'"
                + " percentage='40'/>"
                + transaction.formatted("<recipient-country code='LA'/>")
                + transaction.formatted("<recipient-region code='789'/>")
                + transaction.formatted(""));

    assertThat(
            RecipientSplit.of(activity, activity.transactions().get(0)).shares().getFirst().code())
        .isEqualTo("LA");
    assertThat(
            RecipientSplit.of(activity, activity.transactions().get(1)).shares().getFirst().kind())
        .isEqualTo(RecipientSplit.Kind.REGION);
    assertThat(RecipientSplit.of(activity, activity.transactions().get(2)).shares()).hasSize(2);
  }

  @Test
  void sectors_are_divided_within_their_vocabulary() {
    IatiActivity activity =
        activity(
            "<sector code='12191' percentage='60'/><sector vocabulary='1' code='12281'"
                + " percentage='40'/><sector vocabulary='99' code='a'/>");

    assertThat(RecipientSplit.sectors(activity.sectors(), "1").shares())
        .extracting(share -> share.fraction().toString())
        .containsExactly("0.6", "0.4");
    assertThat(RecipientSplit.sectors(activity.sectors(), "99").shares())
        .extracting(RecipientSplit.Share::fraction)
        .containsExactly(BigDecimal.ONE);
    assertThat(RecipientSplit.sectors(activity.sectors(), "2").shares()).isEmpty();
  }

  private static IatiActivity activity(String more) {
    return Iati.read(Iati.file(Iati.activity(more))).accepted(0).activity();
  }

  private static RecipientSplit split(String recipients) {
    return RecipientSplit.of(activity(recipients));
  }

  private static Map<String, String> shares(String recipients) {
    return split(recipients).shares().stream()
        .collect(
            Collectors.toMap(
                RecipientSplit.Share::code, share -> share.fraction().toPlainString()));
  }

  private static long warnings(String recipients) {
    Result result = Iati.read(Iati.file(Iati.activity(recipients)));
    return result.faults().stream().filter(fault -> fault.code() == FaultCode.PERCENTAGES).count();
  }
}

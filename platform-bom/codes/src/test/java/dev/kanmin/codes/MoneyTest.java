package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {
  private static final CurrencyCode YEN = CurrencyCode.of("JPY");
  private static final CurrencyCode EURO = CurrencyCode.of("EUR");
  private final JsonMapper json = JsonMapper.builder().build();

  @ParameterizedTest
  @ValueSource(strings = {"JPY", "KRW", "VND"})
  void currencies_without_minor_unit_refuse_decimals(String currency) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("1000.5", currency))
        .withMessage(
            "'1000.5' is not an amount in %s: expected at most 0 decimals (ISO 4217)"
                .formatted(currency));
  }

  @Test
  void zeros_after_the_point_are_no_decimals() {
    assertThat(Money.of("1000.00", "JPY"))
        .isEqualTo(Money.of("1000", "JPY"))
        .hasToString("1000 JPY");
  }

  @Test
  void a_currency_with_two_decimals_refuses_three_and_one_with_three_takes_them() {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of("0.125", "EUR"));
    assertThat(Money.of("0.125", "KWD").amount()).isEqualByComparingTo("0.125");
  }

  @Test
  void an_imported_amount_keeps_the_published_figure() {
    var published = Money.asPublished("1000.5", YEN);

    assertThat(published).hasToString("1000.5 JPY");
    assertThatIllegalArgumentException().isThrownBy(published::requireMinorUnits);
  }

  @Test
  void equal_values_are_equal_however_they_are_written() {
    assertThat(Money.asPublished("3000", EURO))
        .isEqualTo(Money.asPublished("3000.0", EURO))
        .isEqualTo(Money.of("3000.00", "EUR"))
        .hasSameHashCodeAs(Money.of("3000.00", "EUR"));
  }

  @Test
  void units_of_account_have_no_limit_of_decimals() {
    assertThat(Money.of("1.2345", "XDR")).hasToString("1.2345 XDR");
  }

  @Test
  void money_is_never_added_across_currencies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "JPY")))
        .withMessageContaining("EUR and JPY");
  }

  @Test
  void a_reversal_takes_away_what_was_added() {
    var amount = Money.of("12.34", "EUR");

    assertThat(amount.plus(amount.negate())).isEqualTo(Money.zero(EURO));
  }

  @Test
  void a_percentage_is_rounded_as_stated_to_the_minor_unit() {
    var third = new BigDecimal("33.333");

    assertThat(Money.of("100", "JPY").percent(third, RoundingMode.HALF_UP)).hasToString("33 JPY");
    assertThat(Money.of("100", "JPY").percent(third, RoundingMode.UP)).hasToString("34 JPY");
    assertThat(Money.of("10000", "EUR").percent(new BigDecimal("25"), RoundingMode.HALF_EVEN))
        .hasToString("2500.00 EUR");
  }

  @Test
  void json_carries_the_amount_as_decimal_string() {
    var money = Money.of("3000", "EUR");

    assertThat(json.writeValueAsString(money))
        .isEqualTo("{\"amount\":\"3000.00\",\"currency\":\"EUR\"}");
    assertThat(json.readValue("{\"amount\":\"3000.00\",\"currency\":\"EUR\"}", Money.class))
        .isEqualTo(money);
  }

  @Test
  void json_never_carries_an_exponent() {
    assertThat(json.writeValueAsString(Money.asPublished("0.00000001", EURO)))
        .contains("\"0.00000001\"");
    assertThat(json.writeValueAsString(Money.of(new BigDecimal("3E+6"), YEN)))
        .contains("\"3000000\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e9", "3,000", "", " 1", "１", "NaN", "0x10", "1."})
  void an_amount_is_a_plain_decimal(String amount) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.asPublished(amount, EURO))
        .withMessage(
            "'%s' is not an amount of money: expected a plain decimal such as 3000.00"
                .formatted(amount));
  }

  @Test
  void an_amount_of_absurd_size_is_refused_before_it_is_spelt_out() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.asPublished(new BigDecimal("1E+999999999"), EURO));
    assertThatThrownBy(
            () ->
                json.readValue(
                    "{\"amount\":\"%s\",\"currency\":\"EUR\"}".formatted("9".repeat(1000)),
                    Money.class))
        .isInstanceOf(DatabindException.class);
  }
}

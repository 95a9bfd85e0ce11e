package dev.kanmin.events.aggregates;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ChecksTest {

  @Test
  void a_text_is_neither_blank_nor_too_long_in_any_language() {
    accepted(() -> Checks.text("abc", 3, "/title"));
    refused(() -> Checks.text("abcd", 3, "/title"), Checks.TEXT_OUT_OF_BOUNDS, "/title");
    refused(() -> Checks.text(" ", 3, "/title"), Checks.TEXT_OUT_OF_BOUNDS, "/title");
    refused(
        () -> Checks.text(LocalizedText.of("長い題名", "ok"), 3, "/title"),
        Checks.TEXT_OUT_OF_BOUNDS,
        "/title/ja");
  }

  @Test
  void a_list_is_not_too_long_and_holds_nothing_twice() {
    accepted(() -> Checks.size(List.of(1, 1), 2, "/list"));
    accepted(() -> Checks.distinct(List.of(1, 2), 2, "/list"));
    refused(() -> Checks.size(List.of(1, 1), 1, "/list"), Checks.TOO_MANY_ENTRIES, "/list");
    refused(() -> Checks.distinct(List.of(1, 2), 1, "/list"), Checks.TOO_MANY_ENTRIES, "/list");
    refused(() -> Checks.distinct(List.of(1, 1), 2, "/list"), Checks.REPEATED_ENTRY, "/list");
  }

  @Test
  void an_entry_is_refused_at_its_own_place() {
    refused(
        () ->
            Checks.each(
                List.of("a", "b", ""), "/list", (text, place) -> Checks.text(text, 1, place)),
        Checks.TEXT_OUT_OF_BOUNDS,
        "/list/2");
  }

  @Test
  void a_count_is_one_or_more_if_it_is_there() {
    accepted(() -> Checks.count(Optional.empty(), 5, "/places"));
    accepted(() -> Checks.count(Optional.of(1), 5, "/places"));
    accepted(() -> Checks.count(Optional.of(5), 5, "/places"));
    for (int wrong : List.of(0, 6, -1)) {
      refused(
          () -> Checks.count(Optional.of(wrong), 5, "/places"),
          Checks.NUMBER_OUT_OF_RANGE,
          "/places");
    }
  }

  @Test
  void a_code_is_lower_case_with_single_hyphens() {
    accepted(() -> Checks.code("sample-hanoi-2", "/code"));
    for (String wrong : List.of("", "Hanoi", "a b", "a--b", "-a", "a-", "x".repeat(61))) {
      refused(() -> Checks.code(wrong, "/code"), Checks.ILL_FORMED_CODE, "/code");
    }
  }

  @Test
  void agencies_and_fields_are_of_their_lists() {
    accepted(() -> Checks.agency(AgencyCode.of("jetro"), "/agency"));
    refused(
        () -> Checks.agency(AgencyCode.of("nobody"), "/agency"), Checks.UNKNOWN_AGENCY, "/agency");
    accepted(() -> Checks.field(Field.of("endoscopy"), "/field"));
  }

  @Test
  void an_amount_can_be_paid_in_its_currency() {
    accepted(() -> Checks.payable(Money.of("0", "JPY"), "/fee"));
    accepted(() -> Checks.payable(Money.of("0.5", "USD"), "/fee"));
    refused(
        () -> Checks.payable(Money.asPublished("0.5", CurrencyCode.of("JPY")), "/fee"),
        Checks.NOT_PAYABLE,
        "/fee/amount");
    refused(() -> Checks.payable(Money.of("-1", "JPY"), "/fee"), Checks.NOT_PAYABLE, "/fee/amount");
  }

  private static void accepted(ThrowingCallable check) {
    assertThatCode(check).doesNotThrowAnyException();
  }

  private static void refused(ThrowingCallable check, Rule rule, String pointer) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(check)
        .matches(refusal -> refusal.rule().equals(rule), "refused by " + rule)
        .matches(refusal -> refusal.pointer().equals(Optional.of(pointer)), "at " + pointer);
  }
}

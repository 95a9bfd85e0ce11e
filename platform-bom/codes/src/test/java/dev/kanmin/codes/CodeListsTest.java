package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListsTest {
  static Collection<CodeList> lists() {
    return CodeLists.all();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void every_list_says_where_it_comes_from(CodeList list) {
    assertThat(list.source().text()).isNotBlank();
    assertThat(list.source().text().equals("Kanmin") || list.source().url().isPresent())
        .as("a list that is not Kanmin's own has an address")
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void every_entry_is_labelled_in_japanese_and_english(CodeList list) {
    assertThat(list.title().texts()).containsKeys("ja", "en");
    assertThat(list.entries())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.labels().texts()).containsKeys("ja", "en"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void kanmins_own_words_are_labelled_in_all_languages_of_the_site(CodeList list) {
    if (list.source().text().equals("Kanmin")) {
      assertThat(list.entries())
          .allSatisfy(
              entry ->
                  assertThat(entry.labels().texts())
                      .containsOnlyKeys("ja", "en", "zh-Hans", "zh-Hant", "ko"));
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_code_is_in_use_before_it_retires(CodeList list) {
    assertThat(list.entries())
        .filteredOn(entry -> entry.validFrom().isPresent() && entry.retired().isPresent())
        .allSatisfy(
            entry ->
                assertThat(entry.validFrom().orElseThrow())
                    .isBefore(entry.retired().orElseThrow()));
  }

  @ParameterizedTest
  @EnumSource
  void every_iati_list_is_there(IatiList list) {
    assertThat(list.list().entries()).isNotEmpty();
  }

  @Test
  void an_iati_list_is_found_by_the_name_the_standard_gives_it() {
    assertThat(IatiList.byStandardName("ActivityStatus")).contains(IatiList.ACTIVITY_STATUS);
    assertThat(IatiList.byStandardName("Sector")).isEmpty();
  }

  @Test
  void a_code_given_twice_is_refused() {
    var list = CodeLists.list(CodeLists.FIELDS);
    var entry = list.require("endoscopy");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CodeList("fields", list.title(), list.source(), true, List.of(entry, entry)))
        .withMessage("the code list fields has the code 'endoscopy' twice");
  }

  @Test
  void an_unknown_list_or_code_is_named_with_what_there_is() {
    assertThat(CodeLists.find("nonsense")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeLists.list("nonsense"))
        .withMessageStartingWith("'nonsense' is not the name of a code list: expected one of [");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeLists.list(CodeLists.OFFER_STATES).require("lost"))
        .withMessage(
            "'lost' is not in the code list offer-states: expected one of [offered, accepted,"
                + " declined, lapsed, withdrawn]");
  }

  @Test
  void a_retired_code_stays_readable_and_is_no_longer_offered() {
    var flows = IatiList.FLOW_TYPE.list();

    assertThat(flows.find("35")).isPresent();
    assertThat(flows.currentCodes()).contains("36").doesNotContain("35");
    assertThat(flows.currentOn(LocalDate.of(2015, 12, 31)))
        .extracting(CodeEntry::code)
        .contains("35")
        .doesNotContain("36");
    assertThat(flows.currentOn(LocalDate.of(2016, 1, 1)))
        .extracting(CodeEntry::code)
        .contains("36")
        .doesNotContain("35");
  }

  @Test
  void an_unknown_code_is_its_own_label() {
    assertThat(CodeLists.list(CodeLists.CRS).label("99810", Language.JAPANESE)).isEqualTo("99810");
  }

  @Test
  void the_minor_units_served_are_those_that_money_enforces() {
    assertThat(CodeLists.list(CodeLists.CURRENCIES).entries())
        .allSatisfy(
            entry ->
                assertThat(entry.attributes())
                    .containsEntry(
                        "minorUnits",
                        Currency.getInstance(entry.code()).getDefaultFractionDigits()));
  }

  @Test
  void activity_states_are_the_statuses_of_iati_one_to_one() {
    // and the one beside them is for activities whose publisher says none
    assertThat(CodeLists.list(CodeLists.ACTIVITY_STATES).entries())
        .extracting(entry -> entry.text("iatiActivityStatus").orElse(entry.code()))
        .containsExactlyElementsOf(
            Stream.concat(
                    IatiList.ACTIVITY_STATUS.list().entries().stream().map(CodeEntry::code),
                    Stream.of("not-reported"))
                .toList());
  }
}

package dev.kanmin.directory.sme;

import static dev.kanmin.directory.sme.SmeAnswer.CANNOT_BE_JUDGED;
import static dev.kanmin.directory.sme.SmeAnswer.NO;
import static dev.kanmin.directory.sme.SmeAnswer.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmeJudgementTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @ParameterizedTest
  @CsvSource({
    // manufacturing and all other: 300 m yen or 300
    "E2743, 300000000, 9999, YES",
    "E2743, 300000001, 300, YES",
    "E2743, 300000001, 301, NO",
    "G414, 300000000, 301, YES",
    "N791, 300000000, 301, YES",
    // wholesale: 100 m or 100
    "I5598, 100000000, 101, YES",
    "I5598, 100000001, 100, YES",
    "I5598, 100000001, 101, NO",
    // retail, with restaurants: 50 m or 50
    "I6033, 50000001, 50, YES",
    "I6033, 50000001, 51, NO",
    "M76, 50000001, 51, NO",
    // services: 50 m or 100
    "P83, 50000001, 100, YES",
    "P83, 50000001, 101, NO",
    "G391, 50000001, 101, NO",
    "G4111, 50000001, 101, NO",
    "M75, 50000001, 101, NO",
  })
  void the_limits_are_those_of_the_act(
      String industry, String capital, int staff, SmeAnswer answer) {
    assertThat(judge(industry, capital, staff)).isEqualTo(answer);
  }

  @Test
  void one_of_the_two_suffices_for_yes_and_not_for_no() {
    assertThat(judge("E27", "300000000", null)).isEqualTo(YES);
    assertThat(judge("E27", null, 300)).isEqualTo(YES);
    assertThat(judge("E27", "300000001", null)).isEqualTo(CANNOT_BE_JUDGED);
    assertThat(judge("E27", null, 301)).isEqualTo(CANNOT_BE_JUDGED);
    assertThat(judge("E27", null, null)).isEqualTo(CANNOT_BE_JUDGED);
  }

  @Test
  void an_unknown_industry_matters_only_where_the_limits_differ() {
    assertThat(judge(null, "50000000", null)).isEqualTo(YES);
    assertThat(judge(null, "300000001", 301)).isEqualTo(NO);
    assertThat(judge(null, "100000000", 200)).isEqualTo(CANNOT_BE_JUDGED);
    // 41 is part services, part all other
    assertThat(judge("G41", "100000000", 200)).isEqualTo(CANNOT_BE_JUDGED);
    // 79 is services but for travel agencies
    assertThat(judge("N79", "100000000", 200)).isEqualTo(CANNOT_BE_JUDGED);
    assertThat(judge("N79", "50000000", null)).isEqualTo(YES);
  }

  @Test
  void a_sole_proprietor_is_judged_by_staff_alone() {
    var two = SmeJudgement.of(industry("E27"), Optional.empty(), Optional.of(2), true, TODAY);
    var many = SmeJudgement.of(industry("E27"), Optional.empty(), Optional.of(301), true, TODAY);
    assertThat(two.answer()).isEqualTo(YES);
    assertThat(many.answer()).isEqualTo(NO);
  }

  @Test
  void the_answer_says_what_it_rests_on_and_what_is_missing() {
    var unknown =
        SmeJudgement.of(Optional.empty(), Optional.empty(), Optional.empty(), false, TODAY);
    assertThat(unknown.missing()).containsExactly("industry", "capital", "staff");
    var known =
        SmeJudgement.of(
            industry("I5598"), Optional.of(BigDecimal.TEN), Optional.empty(), false, TODAY);
    assertThat(known.categories()).containsExactly("wholesale");
    assertThat(known.limitsSince()).contains(LocalDate.of(1999, 12, 3));
    assertThat(known.missing()).isEqualTo(List.of());
  }

  @Test
  void before_the_first_limits_that_are_known_nothing_is_judged() {
    var early =
        SmeJudgement.of(
            industry("E27"),
            Optional.of(BigDecimal.TEN),
            Optional.of(1),
            false,
            LocalDate.of(1999, 12, 2));
    assertThat(early.answer()).isEqualTo(CANNOT_BE_JUDGED);
  }

  private static SmeAnswer judge(
      @org.jspecify.annotations.Nullable String industry,
      @org.jspecify.annotations.Nullable String capital,
      @org.jspecify.annotations.Nullable Integer staff) {
    return SmeJudgement.of(
            Optional.ofNullable(industry).map(IndustryCode::new),
            Optional.ofNullable(capital).map(BigDecimal::new),
            Optional.ofNullable(staff),
            false,
            TODAY)
        .answer();
  }

  private static Optional<IndustryCode> industry(String code) {
    return Optional.of(new IndustryCode(code));
  }
}

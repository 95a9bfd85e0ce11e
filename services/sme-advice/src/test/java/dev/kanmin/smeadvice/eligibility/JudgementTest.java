package dev.kanmin.smeadvice.eligibility;

import static dev.kanmin.smeadvice.eligibility.Answer.APPLIES;
import static dev.kanmin.smeadvice.eligibility.Answer.CANNOT_BE_JUDGED;
import static dev.kanmin.smeadvice.eligibility.Answer.DOES_NOT_APPLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kanmin.events.aggregates.Refusal;
import dev.kanmin.events.wire.Json;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-29");
  private static final String SME = "{'fact':'sme','in':['yes']}";
  private static final String SMALL = "{'fact':'employees','atMost':20}";
  private static final String TOKYO = "{'fact':'prefecture','in':['JP-13']}";

  @Test
  void a_fact_that_is_not_known_cannot_be_judged_and_is_named() {
    assertThat(judge(SME, "{'sme':'yes'}").answer()).isEqualTo(APPLIES);
    assertThat(judge(SME, "{'sme':'no'}").answer()).isEqualTo(DOES_NOT_APPLY);
    for (String unknown : new String[] {"{}", "{'sme':'cannot-be-judged'}"}) {
      assertThat(judge(SME, unknown).answer()).isEqualTo(CANNOT_BE_JUDGED);
      assertThat(judge(SME, unknown).missing()).containsExactly(Fact.SME);
    }
  }

  @Test
  void of_all_one_that_does_not_apply_decides_whatever_is_missing() {
    String all = "{'all':[" + SME + "," + SMALL + "]}";
    assertThat(judge(all, "{'sme':'yes','employees':20}").answer()).isEqualTo(APPLIES);
    assertThat(judge(all, "{'employees':21}").answer()).isEqualTo(DOES_NOT_APPLY);
    assertThat(judge(all, "{'employees':21}").missing()).isEmpty();
    assertThat(judge(all, "{'employees':20}").answer()).isEqualTo(CANNOT_BE_JUDGED);
    assertThat(judge(all, "{'employees':20}").missing()).containsExactly(Fact.SME);
  }

  @Test
  void of_any_one_that_applies_decides_whatever_is_missing() {
    String any = "{'any':[" + TOKYO + "," + SMALL + "]}";
    assertThat(judge(any, "{'prefecture':'JP-13'}").answer()).isEqualTo(APPLIES);
    assertThat(judge(any, "{'prefecture':'JP-14'}").answer()).isEqualTo(CANNOT_BE_JUDGED);
    assertThat(judge(any, "{'prefecture':'JP-14','employees':99}").answer())
        .isEqualTo(DOES_NOT_APPLY);
  }

  @Test
  void what_cannot_be_judged_cannot_be_judged_the_other_way_round_either() {
    String not = "{'not':" + TOKYO + "}";
    assertThat(judge(not, "{'prefecture':'JP-13'}").answer()).isEqualTo(DOES_NOT_APPLY);
    assertThat(judge(not, "{'prefecture':'JP-14'}").answer()).isEqualTo(APPLIES);
    assertThat(judge(not, "{}").answer()).isEqualTo(CANNOT_BE_JUDGED);
  }

  @Test
  void an_industry_is_one_of_all_below_it() {
    String manufacturing = "{'fact':'industry','in':['E']}";
    assertThat(judge(manufacturing, "{'industry':'E2743'}").answer()).isEqualTo(APPLIES);
    assertThat(judge(manufacturing, "{'industry':'I5521'}").answer()).isEqualTo(DOES_NOT_APPLY);
  }

  @Test
  void a_fiscal_year_begins_in_april() {
    String year = "{'fiscalYears':{'from':2026,'until':2026}}";
    assertThat(on(year, "2026-03-31")).isEqualTo(DOES_NOT_APPLY);
    assertThat(on(year, "2026-04-01")).isEqualTo(APPLIES);
    assertThat(on(year, "2027-03-31")).isEqualTo(APPLIES);
    assertThat(on(year, "2027-04-01")).isEqualTo(DOES_NOT_APPLY);
  }

  @Test
  void the_answer_comes_clause_by_clause() {
    Judgement judgement =
        judge("{'all':[" + SME + ",{'any':[" + TOKYO + "," + SMALL + "]}]}", "{'sme':'yes'}");
    assertThat(judgement.clauses()).hasSize(2);
    assertThat(judgement.clauses().getFirst().answer()).isEqualTo(APPLIES);
    assertThat(judgement.missing()).containsExactly(Fact.PREFECTURE, Fact.EMPLOYEES);
    assertThat(judgement.clauses().getLast().clauses()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                   | /eligibility
          {'fact':'sme'}                                       | /eligibility
          {'fact':'sme','in':['maybe']}                        | /eligibility/in/0
          {'fact':'employees','in':['20']}                     | /eligibility
          {'fact':'sme','in':['yes'],'atMost':3}               | /eligibility
          {'in':['yes'],'all':[{'fact':'sme','in':['yes']}]}   | /eligibility
          {'all':[{'fact':'prefecture','in':['JP-13','JP-99']}]} | /eligibility/all/0/in/1
          {'not':{'any':[{'fact':'field','in':['astrology']}]}} | /eligibility/not/any/0/in/0
          """)
  void a_clause_that_cannot_be_judged_is_refused_where_it_is_wrong(String clause, String place) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> ClauseChecks.check(read(clause, Clause.class), "/eligibility"))
        .satisfies(refusal -> assertThat(refusal.pointer()).contains(place));
  }

  private static Answer on(String clause, String day) {
    return Judgement.of(read(clause, Clause.class), read("{}", Facts.class), LocalDate.parse(day))
        .answer();
  }

  private static Judgement judge(String clause, String facts) {
    Clause read = read(clause, Clause.class);
    ClauseChecks.check(read, "");
    return Judgement.of(read, read(facts, Facts.class), TODAY);
  }

  private static <T> T read(String json, Class<T> type) {
    return Json.strict().readValue(json.replace('\'', '"'), type);
  }
}

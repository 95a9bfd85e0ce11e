package dev.kanmin.smeadvice.cases;

import static dev.kanmin.smeadvice.cases.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Json;
import dev.kanmin.smeadvice.cases.CaseCommand.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseCardTest {
  @Test
  void it_says_which_company_where_and_who_is_responsible() {
    Card card = inProgress().given(TO_PMDA, TO_MISSION).card().orElseThrow();
    assertThat(card.kind()).isEqualTo("case");
    assertThat(card.state()).isEqualTo("in-progress");
    assertThat(card.title()).containsEntry("ja", "ベトナム × 内視鏡").hasSize(5);
    assertThat(card.links())
        .containsExactly(
            new Card.Link("company", COMPANY),
            new Card.Link("arises-from", LINKAGE),
            new Card.Link("mission", MISSION));
    assertThat(card.responsible())
        .extracting(Card.Responsible::agency, Card.Responsible::office, Card.Responsible::role)
        .containsExactly(
            tuple("jetro", Optional.of("sample-tokyo"), "owner"),
            tuple("pmda", Optional.empty(), "referred-to"));
    assertThat(card.audience()).isEqualTo(Card.Audience.PARTNER);
  }

  @Test
  void its_dates_are_those_of_clocks_and_next_actions() {
    assertThat(dates(opened().card().orElseThrow()))
        .containsExactly("opened", "respond-by", "finish-by");
    assertThat(dates(inProgress().given(ACTION).card().orElseThrow()))
        .containsExactly("opened", "finish-by", "action-due");
    assertThat(dates(inProgress().given(ASK).card().orElseThrow()))
        .containsExactly("opened", "reply-expected");
    assertThat(dates(inProgress().given(CLOSE).card().orElseThrow()))
        .containsExactly("opened", "closed");
    assertThat(opened().card().orElseThrow().dates().get(1).on())
        .contains(LocalDate.parse("2026-10-08"));
  }

  @Test
  void nothing_of_what_was_said_in_confidence_is_on_it() {
    Card card =
        inProgress()
            .given(ADVICE, ACTION, TO_PMDA, ASK, REPLY)
            .by("pmda")
            .given(new Decline("ref_1", "confidential: why not"))
            .by("jetro")
            .given(CLOSE)
            .card()
            .orElseThrow();
    assertThat(Json.events().writeValueAsString(card)).doesNotContain("confidential", "desk-3");
  }

  @Test
  void every_code_on_it_is_of_its_list() {
    for (Case state :
        List.of(
            opened().state(),
            inProgress().given(ACTION, TO_PMDA, ASK).state(),
            inProgress().given(CLOSE).by("jica").state())) {
      Card card = CaseCard.of(state).orElseThrow();
      assertThat(CodeLists.list("kinds").has(card.kind())).isTrue();
      assertThat(CodeLists.list("case-states").has(card.state())).isTrue();
      assertThat(card.dates()).allMatch(it -> CodeLists.list("date-kinds").has(it.what()));
      assertThat(card.links()).allMatch(it -> CodeLists.list("link-kinds").has(it.rel()));
      assertThat(card.responsible()).allMatch(it -> CodeLists.list("agency-roles").has(it.role()));
      card.facets()
          .forEach(
              (list, codes) -> assertThat(codes).allMatch(code -> CodeLists.list(list).has(code)));
    }
  }

  private static List<String> dates(Card card) {
    return card.dates().stream().map(Card.Due::what).toList();
  }
}

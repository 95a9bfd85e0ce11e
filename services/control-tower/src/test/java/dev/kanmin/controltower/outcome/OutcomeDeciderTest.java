package dev.kanmin.controltower.outcome;

import static dev.kanmin.controltower.outcome.OutcomeStories.EXPIRES;
import static dev.kanmin.controltower.outcome.OutcomeStories.HASH;
import static dev.kanmin.controltower.outcome.OutcomeStories.ID;
import static dev.kanmin.controltower.outcome.OutcomeStories.OTHER;
import static dev.kanmin.controltower.outcome.OutcomeStories.claimed;
import static dev.kanmin.controltower.outcome.OutcomeStories.contract;
import static dev.kanmin.controltower.outcome.OutcomeStories.expected;
import static dev.kanmin.controltower.outcome.OutcomeStories.given;
import static dev.kanmin.controltower.outcome.OutcomeStories.share;
import static dev.kanmin.controltower.outcome.OutcomeStories.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.controltower.outcome.OutcomeCommand.*;
import dev.kanmin.controltower.outcome.OutcomeEvent.*;
import dev.kanmin.events.wire.Card;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeDeciderTest {
  private static final SubmitEvidence ORDER =
      new SubmitEvidence("purchase-order", "PO 1234", LocalDate.of(2026, 9, 1));
  private static final AcceptEvidence ACCEPT = new AcceptEvidence(Optional.empty());

  private static AnswerByCompany answer(boolean confirmed) {
    return new AnswerByCompany(HASH, confirmed, Optional.of("later"), Optional.empty());
  }

  @Test
  void a_claim_counts_as_claimed_and_a_confirmed_one_as_confirmed_never_as_both() {
    Card before = claimed().card().orElseThrow();
    assertThat(before.figures()).extracting(Card.Figure::what).containsExactly("outcome-claimed");
    Card after = claimed().given(new AskCompany(HASH, EXPIRES), answer(true)).card().orElseThrow();
    assertThat(after.figures()).extracting(Card.Figure::what).containsExactly("outcome-confirmed");
    assertThat(after.figures().getFirst().year()).contains(2026);
    assertThat(after.toString()).doesNotContain(HASH).doesNotContain("later");
  }

  @Test
  void what_is_expected_stays_expected_even_when_the_company_confirms_that_it_expects_it() {
    var confirmed =
        given(new MakeClaim(ID, expected())).given(new AskCompany(HASH, EXPIRES), answer(true));
    assertThat(confirmed.state().state()).isEqualTo(OutcomeState.CONFIRMED);
    assertThat(confirmed.state().column()).contains(Outcome.Column.EXPECTED);
  }

  @Test
  void what_is_disputed_expired_or_merged_counts_nowhere() {
    var disputed = claimed().by("jica").given(new Dispute("We had no part in it"));
    assertThat(disputed.card().orElseThrow().figures()).isEmpty();
    assertThat(claimed().at("2027-10-02T00:00:00Z").given(new Expire()).state().column()).isEmpty();
    assertThat(claimed().given(new Merge(OTHER, contract())).state().column()).isEmpty();
  }

  @Test
  void nobody_reviews_the_evidence_that_they_submitted() {
    var shown = claimed().given(ORDER);
    shown.when(ACCEPT).thenRefusedBy(OutcomeRules.OWN_EVIDENCE);
    shown.by("nedo").when(ACCEPT).thenRefusedBy(OutcomeRules.NOT_YOUR_OUTCOME);
    var accepted = shown.by("jica").given(ACCEPT);
    assertThat(accepted.state().state()).isEqualTo(OutcomeState.CONFIRMED);
    assertThat(shown.by("meti").given(ACCEPT).state().state()).isEqualTo(OutcomeState.CONFIRMED);
  }

  @Test
  void returned_evidence_is_not_reviewed_again_until_there_is_other() {
    var returned =
        claimed()
            .given(ORDER)
            .by("mej")
            .given(new ReturnEvidence(LocalizedText.of("不鮮明", "Illegible")));
    returned.when(ACCEPT).thenRefusedBy(OutcomeRules.NOTHING_TO_REVIEW);
    assertThat(returned.by("jetro").given(ORDER).by("mej").given(ACCEPT).state().state())
        .isEqualTo(OutcomeState.CONFIRMED);
  }

  @Test
  void a_link_works_once_until_it_expires_and_only_with_its_secret() {
    var asked = claimed().given(new AskCompany(HASH, EXPIRES));
    asked
        .when(new AnswerByCompany("cd".repeat(32), true, Optional.empty(), Optional.empty()))
        .thenRefusedBy(OutcomeRules.NO_SUCH_LINK);
    asked.at("2026-10-15T00:00:00Z").when(answer(true)).thenRefusedBy(OutcomeRules.LINK_EXPIRED);
    var answered = asked.at("2026-10-14T23:59:59Z").given(answer(false));
    assertThat(answered.state().state()).isEqualTo(OutcomeState.DISPUTED);
    answered.when(answer(true)).thenRefusedBy(OutcomeRules.LINK_USED);
    claimed().when(answer(true)).thenRefusedBy(OutcomeRules.NO_SUCH_LINK);
  }

  @Test
  void a_new_link_ends_the_one_before_and_a_company_is_asked_once_a_day_and_five_times() {
    var asked = claimed().given(new AskCompany(HASH, EXPIRES));
    asked.when(new AskCompany(HASH, EXPIRES)).thenRefusedBy(OutcomeRules.ASKED_TOO_SOON);
    String newer = "cd".repeat(32);
    var again = asked.at("2026-10-02T00:00:00Z").given(new AskCompany(newer, EXPIRES));
    again.when(answer(true)).thenRefusedBy(OutcomeRules.NO_SUCH_LINK);
    var often = again;
    for (int day = 3; day <= 5; day++) {
      often = often.at("2026-10-0" + day + "T00:00:00Z").given(new AskCompany(HASH, EXPIRES));
    }
    often
        .at("2026-10-06T00:00:00Z")
        .when(new AskCompany(HASH, EXPIRES))
        .thenRefusedBy(OutcomeRules.ASKED_TOO_OFTEN);
  }

  @Test
  void a_revised_claim_has_to_be_confirmed_anew() {
    var asked = claimed().given(new AskCompany(HASH, EXPIRES), ORDER);
    var revised = asked.given(new Revise(expected()));
    revised.when(answer(true)).thenRefusedBy(OutcomeRules.NO_SUCH_LINK);
    revised.by("meti").when(ACCEPT).thenRefusedBy(OutcomeRules.NOTHING_TO_REVIEW);
    asked.when(new Revise(contract())).thenNothing();
    asked.by("jica").when(new Revise(expected())).thenRefusedBy(OutcomeRules.NOT_YOUR_OUTCOME);
  }

  @Test
  void shares_sum_to_a_hundred_and_are_of_agencies_of_the_outcome() {
    claimed().when(new AgreeShares(shares())).then(new OutcomeSharesAgreed(ID, shares()));
    claimed()
        .when(new AgreeShares(List.of(share("jetro", "60"), share("jica", "39.9"))))
        .thenRefusedBy(OutcomeRules.SHARES_NOT_WHOLE, "/shares");
    claimed()
        .when(new AgreeShares(List.of(share("jetro", "100"), share("jica", "0"))))
        .thenRefusedBy(OutcomeRules.SHARES_NOT_WHOLE, "/shares/1/percentage");
    claimed()
        .when(new AgreeShares(List.of(share("nedo", "100"))))
        .thenRefusedBy(OutcomeRules.SHARE_OF_STRANGER, "/shares/0/agency");
    var agreed = claimed().given(new AgreeShares(shares()));
    assertThat(agreed.given(new Revise(expected())).state().shares()).isEmpty();
  }

  @Test
  void a_claim_expires_on_the_day_after_its_last_one_in_japan_and_can_be_extended() {
    claimed().at("2027-10-01T14:59:59Z").when(new Expire()).thenNothing();
    var expired = claimed().at("2027-10-01T15:00:00Z").given(new Expire());
    assertThat(expired.state().state()).isEqualTo(OutcomeState.EXPIRED);
    expired
        .when(new Extend(LocalDate.of(2027, 10, 1)))
        .thenRefusedBy(OutcomeRules.DEADLINE_OUT_OF_RANGE, "/confirmBy");
    expired
        .when(new Extend(LocalDate.of(2028, 3, 31)))
        .then(new OutcomeExtended(ID, LocalDate.of(2028, 3, 31)));
  }

  @Test
  void one_result_is_of_one_company_in_one_country() {
    claimed().when(new Merge(OTHER, expected())).thenRefusedBy(OutcomeRules.NOT_THE_SAME, "/into");
    claimed().when(new Merge(ID, contract())).thenRefusedBy(OutcomeRules.NOT_THE_SAME, "/into");
    Card merged = claimed().given(new Merge(OTHER, contract())).card().orElseThrow();
    assertThat(merged.links()).contains(new Card.Link("merged-into", OTHER));
  }

  @Test
  void a_claim_has_a_year_and_an_amount_or_a_band() {
    Claim both =
        new Claim(
            "contract",
            contract().companyId(),
            Optional.empty(),
            contract().country(),
            contract().fields(),
            contract().value(),
            Optional.of("10-to-100-million-jpy"),
            contract().on(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            true);
    given()
        .when(new MakeClaim(ID, both))
        .thenRefusedBy(OutcomeRules.VALUE_GIVEN_TWICE, "/valueBand");
    given()
        .at("2026-08-01T00:00:00Z")
        .when(new MakeClaim(ID, contract()))
        .thenRefusedBy(OutcomeRules.DAY_TO_COME, "/on");
    given()
        .by("jica")
        .when(new MakeClaim(ID, contract()))
        .thenRefusedBy(OutcomeRules.OWNER_INVOLVED, "/involved/0");
    assertThat(contract().fiscalYear()).isEqualTo(2026);
    assertThat(expected().fiscalYear()).isEqualTo(2027);
  }
}

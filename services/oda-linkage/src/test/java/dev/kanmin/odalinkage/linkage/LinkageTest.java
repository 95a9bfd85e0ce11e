package dev.kanmin.odalinkage.linkage;

import static dev.kanmin.odalinkage.linkage.LinkageSamples.NONE;
import static dev.kanmin.odalinkage.linkage.LinkageSamples.toActivity;
import static dev.kanmin.odalinkage.linkage.LinkageSamples.toAll;
import static dev.kanmin.odalinkage.linkage.LinkageSamples.toNeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Card;
import dev.kanmin.odalinkage.linkage.LinkageCommand.*;
import dev.kanmin.odalinkage.linkage.LinkageEvent.*;
import dev.kanmin.testkit.service.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of a linkage to a need of JICA's that JETRO proposed, in November 2026. */
class LinkageTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);

  private final Stories<LinkageCommand, LinkageEvent, Linkage> nothing =
      Stories.of(Linkages.TYPE).at("2026-11-10T00:00:00Z");
  private final Stories<LinkageCommand, LinkageEvent, Linkage> proposed =
      nothing.by("jetro").given(new Propose(toNeed()));
  private final Stories<LinkageCommand, LinkageEvent, Linkage> agreed =
      proposed.by("jica").given(new Shortlist(), new Agree(SECOND, NONE));

  @Test
  void a_linkage_goes_from_proposal_to_follow_up() {
    Stories<LinkageCommand, LinkageEvent, Linkage> delivered =
        agreed.given(new Deliver(SECOND, true, NONE));
    assertThat(delivered.when(new FollowUp(SECOND, NONE)).events())
        .singleElement()
        .isInstanceOf(LinkageFollowedUp.class);
    assertThat(delivered.given(new FollowUp(SECOND, NONE)).state().state())
        .isEqualTo(LinkageState.FOLLOWED_UP);
  }

  @Test
  void the_same_proposal_again_is_the_same_linkage_until_something_came_of_it() {
    proposed.when(new Propose(toNeed())).thenNothing();
    agreed.when(new Propose(toNeed())).thenRefusedBy(LinkageRules.ALREADY_PROPOSED);
    proposed
        .given(reject(RejectionReason.TOO_EXPENSIVE))
        .when(new Propose(toNeed()))
        .thenRefusedBy(LinkageRules.ALREADY_PROPOSED);
    assertThat(toNeed().id()).isNotEqualTo(toAll().id()).isNotEqualTo(toActivity().id());
  }

  @Test
  void only_who_answers_for_the_target_agrees_and_a_third_agency_does_nothing() {
    proposed.by("jetro").when(new Agree(SECOND, NONE)).thenRefusedBy(LinkageRules.NOT_YOUR_LINKAGE);
    proposed.by("jetro").given(new Shortlist()).when(reject(RejectionReason.WITHDRAWN)).events();
    for (LinkageCommand command :
        List.of(new Shortlist(), new Agree(SECOND, NONE), reject(RejectionReason.WITHDRAWN))) {
      proposed.by("meti").when(command).thenRefusedBy(LinkageRules.NOT_YOUR_LINKAGE);
    }
  }

  @Test
  void what_is_done_already_is_not_done_again() {
    proposed.given(new Shortlist()).when(new Shortlist()).thenNothing();
    agreed.when(new Agree(SECOND, NONE)).thenNothing();
    agreed.when(new Agree(FIRST, NONE)).thenRefusedBy(LinkageRules.NOT_IN_THIS_STATE);
    proposed
        .given(reject(RejectionReason.DUPLICATE))
        .when(reject(RejectionReason.DUPLICATE))
        .thenNothing();
    agreed.given(new RejectErased()).when(new RejectErased()).thenNothing();
  }

  @Test
  void days_follow_each_other_and_none_lies_ahead() {
    proposed
        .by("jica")
        .when(new Agree(LocalDate.of(2026, 11, 12), NONE))
        .thenRefusedBy(LinkageRules.DAY_TO_COME, "/on");
    agreed
        .when(new Deliver(FIRST, false, NONE))
        .thenRefusedBy(LinkageRules.DAYS_OUT_OF_ORDER, "/on");
  }

  @Test
  void a_delivery_meets_a_need_only_if_there_is_one() {
    nothing
        .by("jica")
        .given(new Propose(toActivity()), new Agree(FIRST, NONE))
        .when(new Deliver(FIRST, true, NONE))
        .thenRefusedBy(LinkageRules.NO_NEED_TO_MEET, "/meetsNeed");
  }

  @Test
  void a_rejection_says_whether_it_had_been_agreed() {
    assertThat(agreed.when(reject(RejectionReason.COMPANY_DECLINED)).events())
        .singleElement()
        .isInstanceOfSatisfying(LinkageRejected.class, it -> assertThat(it.wasAgreed()).isTrue());
    assertThat(proposed.when(reject(RejectionReason.COMPANY_DECLINED)).events())
        .singleElement()
        .isInstanceOfSatisfying(LinkageRejected.class, it -> assertThat(it.wasAgreed()).isFalse());
    agreed
        .given(new Deliver(SECOND, false, NONE))
        .when(reject(RejectionReason.NO_CAPACITY))
        .thenRefusedBy(LinkageRules.NOT_IN_THIS_STATE);
  }

  @Test
  void another_reason_needs_a_remark_and_the_services_own_is_not_for_callers() {
    proposed
        .when(reject(RejectionReason.OTHER))
        .thenRefusedBy(LinkageRules.REMARK_REQUIRED, "/remark");
    proposed
        .when(reject(RejectionReason.COMPANY_ERASED))
        .thenRefusedBy(LinkageRules.REASON_OF_THE_SERVICE, "/reason");
  }

  @Test
  void the_card_links_company_target_iati_and_ocid_and_names_nobody() {
    Card card = nothing.by("jetro").given(new Propose(toAll())).card().orElseThrow();
    assertThat(card.kind()).isEqualTo("linkage");
    assertThat(card.state()).isEqualTo("proposed");
    assertThat(card.links())
        .extracting(Card.Link::rel, Card.Link::to)
        .containsExactly(
            tuple("offers-to", LinkageSamples.NEED),
            tuple("offers-to", LinkageSamples.ACTIVITY),
            tuple("offers-to", LinkageSamples.TENDER),
            tuple("company", LinkageSamples.COMPANY),
            tuple("iati", "XM-DAC-701-8-SAMPLE-1"),
            tuple("ocid", "ocds-sample-000001"));
    assertThat(card.responsible())
        .extracting(Card.Responsible::agency, Card.Responsible::role)
        .containsExactly(tuple("jica", "owner"), tuple("jetro", "submitter"));
    assertThat(card.title()).containsValue("[Sample] Endoscopes");
    assertThat(card.audience()).isEqualTo(Card.Audience.PARTNER);
  }

  private static Reject reject(RejectionReason reason) {
    return new Reject(reason, Optional.<LocalizedText>empty());
  }
}

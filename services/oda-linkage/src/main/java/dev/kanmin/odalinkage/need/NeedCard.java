package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.HsCode;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.CardMaker;
import java.util.List;
import java.util.Optional;

/** What every partner agency may see of a need. Description, source and remarks are not in it. */
final class NeedCard {
  private NeedCard() {}

  static Optional<Card> of(Need need) {
    return need.plan().map(plan -> card(need, plan));
  }

  private static Card card(Need need, NeedPlan plan) {
    CardMaker card =
        new CardMaker(NeedLifeCycle.KIND, need.state())
            .title(plan.title())
            .countries(List.of(plan.country()))
            .fields(plan.fields())
            .facet("need-urgencies", plan.urgency().code())
            .facet(CodeLists.HS_MEDICAL, plan.hs().stream().map(HsCode::code).toList())
            .facet(CodeLists.CRS, plan.crs().stream().map(CrsCode::code).toList())
            .sample(plan.sample());
    need.owner()
        .ifPresent(
            owner ->
                plan.office()
                    .ifPresentOrElse(
                        office ->
                            card.responsible(
                                owner, office.code(), office.name(), NeedLifeCycle.OWNER),
                        () -> card.responsible(owner, NeedLifeCycle.OWNER)));
    if (isLookedAfter(need)) {
      plan.wantedBy().ifPresent(day -> card.date(Due.on("wanted-by", day)));
    }
    plan.counterpart().id().ifPresent(id -> card.link("counterpart", id));
    plan.arisesFrom().forEach(id -> card.link("arises-from", id));
    return card.make();
  }

  /** What is met or has lapsed is no longer expected. */
  private static boolean isLookedAfter(Need need) {
    return switch (need.state()) {
      case REGISTERED, VERIFIED, MATCHED -> true;
      case MET, LAPSED -> false;
    };
  }
}

package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Country;
import dev.kanmin.codes.Fields;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.CardMaker;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What everybody may see of a case: that it is there, who answers for it and what comes when. */
final class CaseCard {
  private CaseCard() {}

  static Optional<Card> of(Case one) {
    return one.exists() ? Optional.of(card(one)) : Optional.empty();
  }

  /** The first of each; all 200 that a case takes would pass the 16 KB of a card. */
  private static final int MOST_OF_EACH = 40;

  private static Card card(Case one) {
    Case.Subject subject = one.subject();
    CardMaker card =
        new CardMaker("case", one.state())
            .title(title(one))
            .countries(List.of(subject.cell().country()))
            .fields(List.of(subject.cell().field()))
            .facet("case-tags", one.tags())
            .facet("prefectures", one.programmes())
            .sample(subject.sample());
    responsible(one, card);
    dates(one, card);
    one.ending()
        .ifPresent(
            it -> {
              card.facet("case-outcomes", it.outcome());
              it.into().ifPresent(into -> card.link("merged-into", into));
            });
    card.link("company", subject.companyId());
    one.arisesFrom().forEach(it -> card.link("arises-from", it));
    one.referrals().stream()
        .filter(it -> it.state().isOpen())
        .forEach(it -> card.facet("referral-states", it.state().code()));
    missions(one).forEach(mission -> card.link("mission", mission));
    news(one).forEach(news -> card.link("related", news));
    return card.make();
  }

  /** Those that it led to; also when nothing is left to be done, for the chain to hold. */
  private static Stream<String> missions(Case one) {
    return Stream.concat(
            one.referrals().stream()
                .filter(it -> it.state() != ReferralState.DECLINED)
                .flatMap(it -> it.to().missionId().stream()),
            one.actions().stream()
                .filter(it -> it.state() != ActionState.DROPPED)
                .flatMap(it -> it.arisesFrom().stream())
                .filter(CaseCard::isMission))
        .distinct();
  }

  private static boolean isMission(String subject) {
    return Ids.isWellFormed("msn", subject);
  }

  /** Tenders, reports and regulation that still have to be looked at. */
  private static Stream<String> news(Case one) {
    return one.openActions().stream()
        .flatMap(it -> it.arisesFrom().stream())
        .filter(subject -> !isMission(subject))
        .distinct()
        .limit(MOST_OF_EACH);
  }

  /** The company stands on it as a link alone: the directory tells its name to whom it may. */
  private static Map<String, String> title(Case one) {
    Country country = Countries.require(one.subject().cell().country());
    Map<String, String> title = new LinkedHashMap<>();
    for (Language language : Language.OF_THE_SITE) {
      title.put(
          language.tag(),
          country.name(language) + " × " + Fields.label(one.subject().cell().field(), language));
    }
    return title;
  }

  private static void responsible(Case one, CardMaker card) {
    Case.Subject subject = one.subject();
    one.office()
        .ifPresentOrElse(
            it -> card.responsible(subject.owner(), it.code(), it.name(), "owner"),
            () -> card.responsible(subject.owner(), "owner"));
    one.referrals().stream()
        .filter(it -> it.state().isOpen())
        .flatMap(it -> it.to().agency().stream())
        .forEach(agency -> card.responsible(agency, "referred-to"));
    one.attached().forEach(agency -> card.responsible(agency, "attached"));
  }

  private static void dates(Case one, CardMaker card) {
    card.date(Due.on("opened", WorkingCalendar.dayOf(one.stays().getFirst().since())));
    if (!one.isOpen()) {
      card.date(Due.on("closed", WorkingCalendar.dayOf(one.stays().getLast().since())));
      return;
    }
    ServiceClock.FIRST_RESPONSE.due(one).ifPresent(day -> card.date(Due.on("respond-by", day)));
    ServiceClock.HANDLING.due(one).ifPresent(day -> card.date(Due.on("finish-by", day)));
    one.replyBy().ifPresent(day -> card.date(Due.on("reply-expected", day)));
    one.openActions().stream()
        .flatMap(
            action ->
                action.due().stream()
                    .map(day -> Due.on("action-due", day).saying("action-kinds", action.kind())))
        .sorted(Comparator.comparing(due -> due.on().orElseThrow()))
        .limit(MOST_OF_EACH)
        .forEach(card::date);
  }
}

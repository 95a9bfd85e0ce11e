package dev.kanmin.smeadvice.cases;

import dev.kanmin.codes.Cell;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.Occasion;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Reaction;
import dev.kanmin.events.inbox.Subscription;
import dev.kanmin.events.wire.Card;
import dev.kanmin.smeadvice.cases.CaseCommand.Consider;
import dev.kanmin.smeadvice.cases.CaseCommand.FollowCompany;
import dev.kanmin.smeadvice.cases.CaseCommand.Join;
import dev.kanmin.smeadvice.cases.CaseCommand.Open;
import dev.kanmin.smeadvice.cases.CaseCommand.Prepare;
import dev.kanmin.smeadvice.cases.CaseCommand.Relate;
import dev.kanmin.smeadvice.cases.CaseCommand.TakeIn;
import dev.kanmin.smeadvice.companies.Companies;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What cases do when something happens elsewhere. */
@Configuration(proxyBeanMethods = false)
class CasePolicies {
  static final String LINKAGE_AGREED = "dev.kanmin.oda-linkage.linkage-agreed.v1";
  static final String PARTICIPANT_SELECTED = "dev.kanmin.trade-missions.participant-selected.v1";

  static final String MARKET = "market-intelligence";

  private final Aggregates<CaseCommand, CaseEvent, Case> cases;
  private final CasePlaces places;
  private final CaseQueries queries;

  CasePolicies(
      Aggregates<CaseCommand, CaseEvent, Case> cases, CasePlaces places, CaseQueries queries) {
    this.cases = cases;
    this.places = places;
    this.queries = queries;
  }

  /** Of an agreed linkage, what a case needs. */
  record LinkageAgreed(
      String linkageId, String companyId, CountryCode country, Field field, Optional<Card> card) {}

  /**
   * Of a selected participant, what its case needs.
   *
   * @param companyId absent where the mission knows the company by its corporate number alone
   * @param card of the mission
   */
  record ParticipantSelected(Optional<String> companyId, Optional<Card> card) {}

  /** Of a tender, a report or regulation: what everybody may see of it. */
  record MarketNews(Optional<Card> card) {}

  /**
   * A company was found to be another one: its cases go with it. Where that one has an open case of
   * the same cell, its case goes on and takes the other in, for a company has one open case per
   * cell.
   */
  @Bean
  Subscription mergers(Policies policies, Companies companies) {
    Policy casesOnMerger =
        policies
            .policy("cases-on-merged-companies")
            .causes(
                cases,
                CaseEvent.CaseCompanyMerged.class,
                CaseEvent.CaseJoined.class,
                CaseEvent.CaseAttached.class,
                CaseEvent.NextActionAdded.class)
            .on(
                Companies.MERGED,
                Companies.Merged.class,
                (merged, occasion) -> following(merged, companies))
            .build();
    return Subscription.to(
        Companies.FOLLOWED, companies.handlers().reacting(casesOnMerger).build());
  }

  private Flux<Reaction> following(Companies.Merged merged, Companies companies) {
    return companies
        .survivor(merged.into())
        .flatMapMany(
            survivor ->
                queries
                    .toldOf(merged.companyId())
                    .concatMap(
                        stored ->
                            stored.state().isOpen()
                                ? joining(stored, survivor)
                                : Flux.just(follow(stored, survivor))));
  }

  private Flux<Reaction> joining(Stored<Case> stored, String survivor) {
    Case one = stored.state();
    return queries
        .openOf(survivor)
        .filter(
            other ->
                !other.id().equals(stored.id())
                    && other.state().subject().companyId().equals(survivor)
                    && other.state().subject().cell().equals(one.subject().cell()))
        .next()
        .map(
            other ->
                List.of(
                    Reaction.to(cases, other.id(), takeIn(one)).at(stored.id() + "/1"),
                    Reaction.to(cases, stored.id(), new Join(other.id(), survivor))
                        .at(stored.id() + "/2")))
        .defaultIfEmpty(List.of(follow(stored, survivor)))
        .flatMapIterable(reactions -> reactions);
  }

  private Reaction follow(Stored<Case> stored, String survivor) {
    return Reaction.to(cases, stored.id(), new FollowCompany(survivor)).at(stored.id() + "/1");
  }

  private static TakeIn takeIn(Case one) {
    return new TakeIn(
        one.subject().caseId(),
        Stream.concat(Stream.of(one.subject().owner()), one.attached().stream()).toList(),
        one.arisesFrom(),
        one.openActions());
  }

  /** A linkage was agreed: its company has a case in the linkage's cell from now on. */
  @Bean
  Subscription linkages(Policies policies) {
    Policy caseOnLinkage =
        policies
            .policy("case-on-agreed-linkage")
            .causes(cases, CaseEvent.CaseOpened.class, CaseEvent.CaseAttached.class)
            .on(LINKAGE_AGREED, LinkageAgreed.class, (linkage, occasion) -> opening(linkage))
            .build();
    return Subscription.to("oda-linkage", EventHandlers.builder().reacting(caseOnLinkage).build());
  }

  /** A company has a place in a mission: it prepares, on its open case of the mission's cell. */
  @Bean
  Subscription missions(Policies policies) {
    Policy preparations =
        policies
            .policy("preparations-on-selection")
            .causes(cases, CaseEvent.NextActionAdded.class)
            .on(PARTICIPANT_SELECTED, ParticipantSelected.class, this::preparing)
            .build();
    return Subscription.to(
        "trade-missions", EventHandlers.builder().reacting(preparations).build());
  }

  /** Something new is known of a cell: who advises in it looks whether it helps the company. */
  @Bean
  Subscription market(Policies policies) {
    Policy nextActions =
        policies
            .policy("next-action-on-market-news")
            .causes(cases, CaseEvent.NextActionAdded.class)
            .on(news("tender-published"), MarketNews.class, considering("consider-tender"))
            .on(news("report-published"), MarketNews.class, considering("read-report"))
            .on(news("regulation-changed"), MarketNews.class, considering("regulatory-check"))
            .build();
    return Subscription.to(MARKET, EventHandlers.builder().reacting(nextActions).build());
  }

  static String news(String type) {
    return "dev.kanmin." + MARKET + "." + type + ".v1";
  }

  private BiFunction<MarketNews, Occasion, Flux<Reaction>> considering(String kind) {
    return (news, occasion) ->
        Mono.justOrEmpty(news.card())
            .flatMapMany(
                card ->
                    queries
                        .openAbout(card, occasion.doneThrough())
                        .map(
                            stored ->
                                Reaction.to(
                                    cases,
                                    stored.id(),
                                    consider(kind, stored.id(), card, occasion))));
  }

  private static Consider consider(String kind, String caseId, Card card, Occasion occasion) {
    String subject = occasion.event().subject();
    String sequence = String.valueOf(occasion.event().sequence());
    return new Consider(
        Ids.derived("nxa", caseId, subject, kind, sequence), kind, subject, closes(card));
  }

  /** The day there on which offers end. */
  private static Optional<LocalDate> closes(Card card) {
    return card.dates().stream()
        .filter(date -> date.what().equals("tender-closes"))
        .flatMap(
            date ->
                date
                    .on()
                    .or(
                        () ->
                            date.at()
                                .map(
                                    at ->
                                        LocalDate.ofInstant(
                                            at, date.zone().orElse(WorkingCalendar.ZONE))))
                    .stream())
        .findFirst();
  }

  private Flux<Reaction> opening(LinkageAgreed linkage) {
    Cell cell = new Cell(linkage.country(), linkage.field());
    List<String> origin = List.of(linkage.linkageId());
    return places
        .of(linkage.companyId(), cell)
        .map(
            place ->
                place
                    .latest()
                    .filter(latest -> place.open())
                    .map(open -> Reaction.to(cases, open, new Relate(origin)))
                    .orElseGet(() -> Reaction.to(cases, place.next(), open(place, linkage, cell))))
        .flux();
  }

  private static Open open(CasePlaces.Place place, LinkageAgreed linkage, Cell cell) {
    return new Open(
        place.next(),
        place.companyId(),
        cell,
        Optional.empty(),
        List.of(linkage.linkageId()),
        List.of(),
        List.of(),
        Optional.empty(),
        linkage.card().filter(Card::sample).isPresent());
  }

  private Flux<Reaction> preparing(ParticipantSelected selected, Occasion occasion) {
    Optional<Card> mission = selected.card();
    Optional<LocalDate> begins = mission.flatMap(CasePolicies::begins);
    if (selected.companyId().isEmpty() || begins.isEmpty()) {
      return Flux.empty();
    }
    return queries
        .openOf(selected.companyId().get())
        .filter(stored -> mission.filter(it -> isAbout(it, stored.state())).isPresent())
        .map(
            stored ->
                Reaction.to(
                    cases, stored.id(), new Prepare(occasion.event().subject(), begins.get())));
  }

  private static Optional<LocalDate> begins(Card mission) {
    return mission.dates().stream()
        .filter(date -> date.what().equals("begins"))
        .flatMap(date -> date.on().stream())
        .findFirst();
  }

  private static boolean isAbout(Card mission, Case one) {
    Cell cell = one.subject().cell();
    return has(mission.countries(), cell.country().code())
        && has(mission.fields(), cell.field().code());
  }

  private static boolean has(List<Card.Share> shares, String code) {
    return shares.stream().anyMatch(share -> share.code().equals(code));
  }
}

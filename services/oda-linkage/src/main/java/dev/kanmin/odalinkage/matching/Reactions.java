package dev.kanmin.odalinkage.matching;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.Occasion;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Reaction;
import dev.kanmin.events.inbox.Subscription;
import dev.kanmin.events.wire.Actor;
import dev.kanmin.odalinkage.linkage.Linkage;
import dev.kanmin.odalinkage.linkage.LinkageCommand;
import dev.kanmin.odalinkage.linkage.LinkageEvent;
import dev.kanmin.odalinkage.linkage.OffersTo;
import dev.kanmin.odalinkage.linkage.Proposal;
import dev.kanmin.odalinkage.need.Need;
import dev.kanmin.odalinkage.need.NeedCommand;
import dev.kanmin.odalinkage.need.NeedEvent;
import java.util.Comparator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What this service makes of its own events, and of tenders. */
@Configuration(proxyBeanMethods = false)
class Reactions {
  static final String SERVICE = "oda-linkage";
  private static final String OWN = "dev.kanmin." + SERVICE + ".";
  private static final String MARKET = "market-intelligence";
  private static final String TENDERS = "dev.kanmin." + MARKET + ".";
  private static final String TENDER = "tender";

  /** Of a need's event: who speaks of it is enough. */
  record NeedHeard() {}

  /** Of a tender's event: its copied card says the rest. */
  record TenderHeard() {}

  /** Of an activity that reached a step. */
  record StepReached(String step) {}

  /** Of an agreed linkage. */
  record Agreed(OffersTo offersTo) {}

  /** Of a delivered one. */
  record Delivered(OffersTo offersTo, boolean meetsNeed) {}

  /** Of a rejected one. */
  record Rejected(OffersTo offersTo, boolean wasAgreed) {}

  private final Subjects subjects;
  private final Matching matching;
  private final Proposals proposals;

  Reactions(Subjects subjects, Matching matching, Proposals proposals) {
    this.subjects = subjects;
    this.matching = matching;
    this.proposals = proposals;
  }

  @Bean
  Subscription own(
      Policies policies,
      Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages,
      Aggregates<NeedCommand, NeedEvent, Need> needs) {
    return Subscription.to(
        SERVICE,
        EventHandlers.builder()
            .reacting(proposing(policies, linkages))
            .reacting(needs(policies, needs))
            .build());
  }

  /**
   * A tender to which offers can be made gets its best candidates; one that changed, too: its
   * country or field may only now be known.
   */
  @Bean
  Subscription tenders(
      Policies policies, Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages) {
    Policy proposing =
        policies
            .policy("propose-linkages-to-tenders")
            .causes(linkages, LinkageEvent.LinkageProposed.class)
            .on(
                TENDERS + "tender-published.v1",
                TenderHeard.class,
                (_, on) -> toTender(on, linkages))
            .on(TENDERS + "tender-changed.v1", TenderHeard.class, (_, on) -> toTender(on, linkages))
            .build();
    return Subscription.to(
        MARKET, EventHandlers.builder().copying(subjects.tenders()).reacting(proposing).build());
  }

  private Flux<Reaction> toTender(
      Occasion on, Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages) {
    return propose(subjects.tender(on.event().subject()), on, linkages);
  }

  /**
   * A need that is new or has changed, and an activity at its tender, get their best candidates.
   */
  private Policy proposing(
      Policies policies, Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages) {
    return policies
        .policy("propose-linkages")
        .causes(linkages, LinkageEvent.LinkageProposed.class)
        .on(OWN + "need-registered.v1", NeedHeard.class, (_, on) -> toNeed(on, linkages))
        .on(OWN + "need-revised.v1", NeedHeard.class, (_, on) -> toNeed(on, linkages))
        .on(OWN + "need-verified.v1", NeedHeard.class, (_, on) -> toNeed(on, linkages))
        .on(
            OWN + "activity-advanced.v1",
            StepReached.class,
            (reached, on) ->
                reached.step().equals(TENDER)
                    ? propose(subjects.activity(on.event().subject()), on, linkages)
                    : Flux.empty())
        .build();
  }

  private Flux<Reaction> toNeed(
      Occasion on, Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages) {
    return propose(subjects.need(on.event().subject()), on, linkages);
  }

  /** The ids follow from company and target: said twice, it is proposed once. */
  private Flux<Reaction> propose(
      Mono<Subject> about,
      Occasion on,
      Aggregates<LinkageCommand, LinkageEvent, Linkage> linkages) {
    AgencyCode by = AgencyCode.of(Actor.of(on.event().actor()).agency());
    return about
        .filter(subject -> !subject.ended())
        .flatMapMany(
            subject ->
                matching
                    .toPropose(subject, by, on.event().time())
                    .flatMapIterable(
                        best ->
                            best.stream()
                                .map(candidate -> proposals.of(candidate, subject, by))
                                .sorted(Comparator.comparing(Proposal::id))
                                .toList()))
        .map(
            proposal -> Reaction.to(linkages, proposal.id(), new LinkageCommand.Propose(proposal)));
  }

  /** A need follows what becomes of its linkages. */
  private static Policy needs(Policies policies, Aggregates<NeedCommand, NeedEvent, Need> needs) {
    return policies
        .policy("need-follows-linkage")
        .causes(
            needs,
            NeedEvent.NeedMatched.class,
            NeedEvent.NeedUnmatched.class,
            NeedEvent.NeedMet.class)
        .on(
            OWN + "linkage-agreed.v1",
            Agreed.class,
            (agreed, on) ->
                toNeed(needs, agreed.offersTo(), new NeedCommand.Match(on.event().subject())))
        .on(
            OWN + "linkage-delivered.v1",
            Delivered.class,
            (delivered, on) ->
                delivered.meetsNeed()
                    ? toNeed(
                        needs,
                        delivered.offersTo(),
                        new NeedCommand.MeetByLinkage(on.event().subject()))
                    : Flux.empty())
        .on(
            OWN + "linkage-rejected.v1",
            Rejected.class,
            (rejected, on) ->
                rejected.wasAgreed()
                    ? toNeed(
                        needs, rejected.offersTo(), new NeedCommand.Unmatch(on.event().subject()))
                    : Flux.empty())
        .build();
  }

  private static Flux<Reaction> toNeed(
      Aggregates<NeedCommand, NeedEvent, Need> needs, OffersTo offersTo, NeedCommand command) {
    return Mono.justOrEmpty(offersTo.need()).map(id -> Reaction.to(needs, id, command)).flux();
  }
}

package dev.kanmin.trademissions.mission;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Reaction;
import dev.kanmin.events.inbox.Subscription;
import dev.kanmin.trademissions.company.Companies;
import dev.kanmin.trademissions.mission.MissionCommand.FollowCompany;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** What missions do when something happens elsewhere. */
@Configuration(proxyBeanMethods = false)
class MissionPolicies {
  static final String REFERRAL_MADE = "dev.kanmin.sme-advice.referral-made.v1";

  private final Aggregates<MissionCommand, MissionEvent, Mission> missions;
  private final Applicants applicants;
  private final MissionQueries queries;

  MissionPolicies(
      Aggregates<MissionCommand, MissionEvent, Mission> missions,
      Applicants applicants,
      MissionQueries queries) {
    this.missions = missions;
    this.applicants = applicants;
    this.queries = queries;
  }

  /** Of a referral, what an application needs. */
  record ReferralMade(String caseId, String referralId, Target to, String companyId) {
    /** To a mission, or to an agency, which is not for missions. */
    record Target(Optional<String> missionId) {}
  }

  /** A company was referred to a mission: it applies, on behalf of the agency that referred it. */
  @Bean
  Subscription cases(Policies policies) {
    Policy application =
        policies
            .policy("application-on-referral")
            .causes(missions, MissionEvent.ApplicationSubmitted.class)
            .on(REFERRAL_MADE, ReferralMade.class, (referral, occasion) -> applying(referral))
            .build();
    return Subscription.to("sme-advice", EventHandlers.builder().reacting(application).build());
  }

  /** A company was found to be another one: what it applied for goes with it. */
  @Bean
  Subscription mergers(Policies policies, Companies companies) {
    Policy applicationsOnMerger =
        policies
            .policy("applications-on-merged-companies")
            .causes(
                missions,
                MissionEvent.ApplicantMerged.class,
                MissionEvent.ApplicationDeclined.class,
                MissionEvent.OfferWithdrawn.class,
                MissionEvent.PlaceOffered.class)
            .on(
                Companies.MERGED,
                Companies.Merged.class,
                (merged, occasion) -> following(merged, companies))
            .build();
    return Subscription.to(
        Companies.FOLLOWED, companies.handlers().reacting(applicationsOnMerger).build());
  }

  /** The surviving company's profile may not have come yet; its id is enough. */
  private Flux<Reaction> following(Companies.Merged merged, Companies companies) {
    return companies
        .ids(merged.into())
        .map(List::getFirst)
        .flatMapMany(
            survivor ->
                companies
                    .find(survivor)
                    .map(known -> known.corporateNumber())
                    .defaultIfEmpty(Optional.empty())
                    .map(number -> new FollowCompany(merged.companyId(), survivor, number))
                    .flatMapMany(
                        follow ->
                            queries
                                .appliedTo(merged.companyId())
                                .map(mission -> Reaction.to(missions, mission, follow))));
  }

  private Flux<Reaction> applying(ReferralMade referral) {
    String application = Ids.derived("app", referral.caseId(), referral.referralId());
    return Flux.fromStream(() -> referral.to().missionId().stream())
        .flatMap(
            mission ->
                applicants
                    .referred(application, referral.companyId())
                    .map(apply -> Reaction.to(missions, mission, apply)));
  }
}

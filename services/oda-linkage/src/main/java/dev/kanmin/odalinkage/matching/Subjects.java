package dev.kanmin.odalinkage.matching;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.events.inbox.CardCopies;
import dev.kanmin.events.inbox.CardPage;
import dev.kanmin.events.inbox.CardQuery;
import dev.kanmin.events.wire.Card;
import dev.kanmin.odalinkage.activity.Activity;
import dev.kanmin.odalinkage.activity.ActivityCommand;
import dev.kanmin.odalinkage.activity.ActivityEvent;
import dev.kanmin.odalinkage.activity.ActivityStorage;
import dev.kanmin.odalinkage.linkage.OffersTo;
import dev.kanmin.odalinkage.need.Need;
import dev.kanmin.odalinkage.need.NeedCommand;
import dev.kanmin.odalinkage.need.NeedEvent;
import dev.kanmin.odalinkage.need.NeedKeys;
import dev.kanmin.odalinkage.need.NeedState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What offers are matched to: this service's needs and activities, and copies of tenders. */
@Component
class Subjects {
  /** Of each kind, that a company's list looks at. */
  static final int MOST_LOOKED_AT = 1_000;

  /** What comes once a contract is placed. */
  private static final Set<String> PAST_TENDER =
      Set.of("contract", "implementation", "handover", "ex-post-evaluation", "follow-up");

  private static final List<String> ACTIVITIES_TO_COME =
      List.of("pipeline", "implementation", "not-reported");

  private final Aggregates<NeedCommand, NeedEvent, Need> needs;
  private final Aggregates<ActivityCommand, ActivityEvent, Activity> activities;
  private final CardCopies tenders;

  Subjects(
      Aggregates<NeedCommand, NeedEvent, Need> needs,
      Aggregates<ActivityCommand, ActivityEvent, Activity> activities,
      AggregateStore store) {
    this.needs = needs;
    this.activities = activities;
    this.tenders = new CardCopies(store, "tender-cards", "tender");
  }

  /** To be fed by the subscription to whoever publishes tenders. */
  CardCopies tenders() {
    return tenders;
  }

  Mono<Subject> need(String id) {
    return needs.find(id).flatMap(stored -> Mono.justOrEmpty(of(stored)));
  }

  Mono<Subject> activity(String id) {
    return activities.find(id).flatMap(stored -> Mono.justOrEmpty(ofActivity(stored)));
  }

  Mono<Subject> tender(String id) {
    return tenders.find(id).map(copy -> Subject.tender(copy.id(), copy.card()));
  }

  /** All that a linkage is to, the need first; fewer than were named if one is not there. */
  Mono<List<Subject>> of(OffersTo offersTo) {
    return Flux.concat(
            Mono.justOrEmpty(offersTo.need()).flatMap(this::need),
            Mono.justOrEmpty(offersTo.activity()).flatMap(this::activity),
            Mono.justOrEmpty(offersTo.tender()).flatMap(this::tender))
        .collectList();
  }

  /** Needs that offers are looked for, in any of these fields. */
  Flux<Subject> openNeeds(List<Field> fields) {
    Bson wanted =
        Filters.and(
            Filters.in(NeedKeys.FIELDS, codes(fields)),
            Filters.in(NeedKeys.STATE, NeedState.REGISTERED.code(), NeedState.VERIFIED.code()));
    return Flux.from(needs.collection().find(wanted).limit(MOST_LOOKED_AT))
        .map(needs::read)
        .flatMapIterable(stored -> of(stored).stream().toList());
  }

  /** Activities in any of these fields for which no contract is placed yet. */
  Flux<Subject> activitiesToCome(List<Field> fields) {
    Bson wanted =
        Filters.and(
            Filters.in(ActivityStorage.FIELDS, codes(fields)),
            Filters.in(ActivityStorage.STATUS, ACTIVITIES_TO_COME),
            Filters.nin(ActivityStorage.STEP, PAST_TENDER));
    return Flux.from(activities.collection().find(wanted).limit(MOST_LOOKED_AT))
        .map(activities::read)
        .flatMapIterable(stored -> ofActivity(stored).stream().toList());
  }

  /** Tenders in any of these fields to which offers can be made, or soon. */
  Flux<Subject> openTenders(List<Field> fields) {
    List<String> wanted = codes(fields);
    return tenders
        .list(CardQuery.ofKinds("tender").inState("planned", "open").first(MOST_LOOKED_AT))
        .flatMapIterable(CardPage::items)
        .filter(
            copy -> copy.card().fields().stream().map(Card.Share::code).anyMatch(wanted::contains))
        .map(copy -> Subject.tender(copy.id(), copy.card()));
  }

  private Optional<Subject> of(Stored<Need> stored) {
    return needs.type().card().apply(stored.state()).map(card -> Subject.need(stored.id(), card));
  }

  private Optional<Subject> ofActivity(Stored<Activity> stored) {
    return activities
        .type()
        .card()
        .apply(stored.state())
        .map(card -> Subject.activity(stored.id(), card));
  }

  /** What serves every field is in all of them. */
  private static List<String> codes(List<Field> fields) {
    return Stream.concat(fields.stream().map(Field::code), Stream.of(Field.CROSS_FIELD.code()))
        .distinct()
        .toList();
  }
}

package dev.kanmin.directory.office;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.inbox.Policies;
import dev.kanmin.events.inbox.Policy;
import dev.kanmin.events.inbox.Reaction;
import java.util.function.BiFunction;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Records of one kind that offices look after: an office that has some does not close, and when it
 * hands its work over they go with it.
 *
 * @param <C> commands of the records
 * @param <E> their events
 */
public final class LookedAfter<C, E> implements OpenWork {
  private final Aggregates<C, E, ?> records;
  private final String owner;
  private final String office;
  private final Bson active;

  /**
   * All records of a kind.
   *
   * @param owner key of the agency that they belong to
   * @param office key of its office's code
   * @param active which of them are still looked after
   */
  public LookedAfter(Aggregates<C, E, ?> records, String owner, String office, Bson active) {
    this.records = records;
    this.owner = owner;
    this.office = office;
    this.active = active;
  }

  @Override
  public Mono<Long> of(AgencyCode agency, String code) {
    return Mono.from(records.collection().countDocuments(by(agency, code)));
  }

  /**
   * Hands the records over with the other work of their office.
   *
   * @param name of the policy; never changes
   * @param handedOver the event that this makes of a record
   * @param command hands one over: from the office of that code, to that one
   */
  public Policy goingWithTheOffice(
      Policies policies,
      String name,
      Class<? extends E> handedOver,
      BiFunction<String, ResponsibleOffice, C> command) {
    return policies
        .policy(name)
        .causes(records, handedOver)
        .on(
            Handover.TYPE,
            Handover.class,
            (it, occasion) ->
                ids(it, occasion.doneThrough())
                    .map(id -> Reaction.to(records, id, command.apply(it.from(), it.to()))))
        .build();
  }

  private Flux<String> ids(Handover handover, String after) {
    return Flux.from(
            records
                .collection()
                .find(Filters.and(by(handover.agency(), handover.from()), Filters.gt("_id", after)))
                .sort(Sorts.ascending("_id")))
        .map(it -> it.getString("_id"));
  }

  private Bson by(AgencyCode agency, String code) {
    return Filters.and(Filters.eq(owner, agency.code()), Filters.eq(office, code), active);
  }
}

package dev.kanmin.trademissions.mission;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.AggregateStore;
import dev.kanmin.events.AggregateType;
import dev.kanmin.events.Aggregates;
import dev.kanmin.events.CommandContext;
import dev.kanmin.events.EventTypes;
import dev.kanmin.events.Ids;
import dev.kanmin.events.Receipt;
import dev.kanmin.events.StoreIndex;
import dev.kanmin.events.Stored;
import dev.kanmin.events.Upcaster;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All missions, as they are stored, and what they can be found by. */
@Component
class Missions {
  static final String PREFIX = "msn";
  static final EventTypes<MissionEvent> EVENTS =
      EventTypes.of("trade-missions", MissionEvent.class);

  static final String STATE = "keys.state";
  static final String KIND = "keys.kind";
  static final String ANNOUNCED = "keys.announced";
  static final String AGENCIES = "keys.agencies";
  static final String COUNTRIES = "keys.countries";
  static final String FIELDS = "keys.fields";
  static final String FROM = "keys.from";
  static final String TO = "keys.to";
  static final String MONTHS = "keys.months";
  static final String APPLICANTS = "keys.applicants";
  static final String OFFER_ENDS = "keys.offerEnds";

  static final List<StoreIndex> INDEXES =
      List.of(
          StoreIndex.ascending("by-date", FROM, "_id"),
          StoreIndex.ascending("by-month-and-date", MONTHS, FROM, "_id", TO),
          StoreIndex.ascending("by-country-and-date", COUNTRIES, FROM, "_id"),
          StoreIndex.ascending("by-field-and-date", FIELDS, FROM, "_id"),
          StoreIndex.ascending("by-agency-and-date", AGENCIES, FROM, "_id"),
          StoreIndex.ascending("by-state-and-date", STATE, FROM, "_id"),
          StoreIndex.ascending("hidden", ANNOUNCED, AGENCIES),
          StoreIndex.ascending("by-applicant", APPLICANTS, "_id"),
          new StoreIndex("offer-ends", new Document(OFFER_ENDS, 1), true));

  private final Aggregates<MissionCommand, MissionEvent, Mission> missions;

  Missions(AggregateStore store) {
    this.missions =
        store.aggregates(
            new AggregateType<>(
                "missions",
                new MissionDecider(),
                EVENTS,
                Mission.class,
                1,
                Upcaster.NONE,
                Missions::keys,
                INDEXES));
  }

  Mono<Receipt> handle(String id, MissionCommand command, CommandContext context) {
    return wellFormed(id).flatMap(known -> missions.handle(known, command, context));
  }

  /** A command that bears the mission. */
  Mono<Receipt> bear(String id, MissionCommand.Draft command, CommandContext context) {
    return missions.bear(id, command, context);
  }

  /** The mission as this agency may see it; refused as unknown if there is none for it. */
  Mono<Stored<Mission>> find(String id, AgencyCode agency) {
    return wellFormed(id)
        .flatMap(missions::find)
        .filter(stored -> stored.state().isVisibleTo(agency))
        .switchIfEmpty(Mono.error(Missions::unknown));
  }

  /** For queries. */
  MongoCollection<Document> collection() {
    return missions.collection();
  }

  /** Reads what a query found. */
  Stored<Mission> read(Document document) {
    return missions.read(document);
  }

  /** How a company that one agency submitted is found by that agency. */
  static String applicant(String company, AgencyCode submittedBy) {
    return company + "/" + submittedBy;
  }

  private static Mono<String> wellFormed(String id) {
    return Ids.isWellFormed(PREFIX, id) ? Mono.just(id) : Mono.error(Missions::unknown);
  }

  private static RuntimeException unknown() {
    return MissionRules.NO_SUCH_MISSION.refuse(
        "There is no mission of this id, or you may not see it yet.");
  }

  private static Document keys(Mission mission) {
    Document keys =
        new Document("state", mission.state().code())
            .append("kind", mission.plan().kind())
            .append("announced", mission.announced())
            .append("agencies", mission.agencies().stream().map(AgencyCode::code).toList())
            .append("countries", mission.plan().markets().stream().map(CountryCode::code).toList())
            .append("fields", mission.plan().fields().stream().map(Field::code).toList())
            .append("applicants", applicants(mission));
    mission
        .plan()
        .period()
        .ifPresent(
            period ->
                keys.append("from", date(period.from()))
                    .append("to", date(period.to()))
                    .append("months", MonthsUnderway.of(period)));
    mission.nextOfferEnds().ifPresent(ends -> keys.append("offerEnds", Date.from(ends)));
    return keys;
  }

  private static List<String> applicants(Mission mission) {
    return mission.applications().stream()
        .flatMap(
            it ->
                Stream.of(
                    it.company().digits(), applicant(it.company().digits(), it.submittedBy())))
        .distinct()
        .toList();
  }

  /** Calendar days are compared as midnight in UTC. */
  static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}

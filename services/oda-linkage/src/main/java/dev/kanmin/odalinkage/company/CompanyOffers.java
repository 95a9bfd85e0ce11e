package dev.kanmin.odalinkage.company;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.aggregates.Upserts;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.match.CompanyOffer;
import dev.kanmin.odalinkage.match.OfferIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The copies of what companies offer: one document per company, whose parts are replaced by newer
 * ones, each by itself. Of an erased or merged company only that it was is kept, so that an event
 * that is delivered again brings nothing back.
 *
 * <p>Each replica keeps the offers in memory too, and before it answers takes in what has changed
 * in the store since: whichever replica heard of it.
 */
@Component
public class CompanyOffers {
  private static final String ID = "_id";
  private static final String REVISION = "revision";
  private static final String PROFILE = "profile";
  private static final String BAND = "band";
  private static final String BAND_AT = "bandAt";
  private static final String CONSENT = "consent";
  private static final String CONSENT_AT = "consentAt";
  private static final String GONE = "gone";
  private static final String INTO = "into";
  private static final String FORMER = "former";
  private static final String CHANGED = "changed";
  private static final String CHANGES = "changes";

  private static final UpdateOptions OR_INSERT = new UpdateOptions().upsert(true);

  /** Clocks of replicas differ by less, and a write is visible sooner. */
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private static final int READ_AT_ONCE = 500;

  private final MongoCollection<Document> collection;
  private final Clock clock;
  private final OfferIndex index = new OfferIndex();
  private final Map<String, Document> taken = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.EPOCH);

  CompanyOffers(AggregateStore store, Clock clock) {
    this.collection =
        store.collection("company-offers", List.of(StoreIndex.ascending("by-change", CHANGED)));
    this.clock = clock;
  }

  /**
   * All offers as they stand in the store. Only who has taken in everything moves the mark behind
   * which others need not look.
   */
  public Mono<OfferIndex> current() {
    return Mono.defer(
        () ->
            Flux.from(
                    collection
                        .find(Filters.gte(CHANGED, Date.from(newest.get().minus(OVERLAP))))
                        .projection(Projections.include(CHANGES)))
                .filter(this::isNews)
                .map(company -> company.getString(ID))
                .buffer(READ_AT_ONCE)
                .concatMap(companies -> collection.find(Filters.in(ID, companies)))
                .doOnNext(this::takeIn)
                .map(company -> company.getDate(CHANGED).toInstant())
                .reduce(Instant.EPOCH, CompanyOffers::later)
                .doOnNext(read -> newest.accumulateAndGet(read, CompanyOffers::later))
                .thenReturn(index));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What was heard just now is looked at by every question, and read by the first of them. */
  private boolean isNews(Document company) {
    Document before = taken.get(company.getString(ID));
    return before == null || changes(before) < changes(company);
  }

  /**
   * The id under which a company is known now: of a merged one that of the company it went into.
   *
   * @return empty for a company that is not known, or was erased
   */
  public Mono<String> resolve(String company) {
    return Mono.from(collection.find(Filters.eq(ID, company)).first())
        .flatMap(
            found ->
                Optional.ofNullable(found.getString(INTO))
                    .map(this::resolve)
                    .orElseGet(
                        () -> found.containsKey(PROFILE) ? Mono.just(company) : Mono.empty()));
  }

  Mono<Void> keep(DirectoryEvent.ProfileChanged profile) {
    return write(
        Filters.and(
            Filters.eq(ID, profile.companyId()),
            Filters.ne(GONE, true),
            Filters.or(Filters.exists(REVISION, false), Filters.lt(REVISION, profile.revision()))),
        Updates.set(REVISION, profile.revision()),
        Updates.set(PROFILE, Json.events().writeValueAsString(profile)));
  }

  Mono<Void> keep(DirectoryEvent.ConsentChanged consent, EventEnvelope event) {
    return write(
        notAfter(consent.companyId(), CONSENT_AT, event),
        Updates.set(CONSENT_AT, Date.from(event.time())),
        Updates.set(CONSENT, Json.events().writeValueAsString(consent)));
  }

  Mono<Void> keep(AdviceEvent.ReadinessAssessed assessed, EventEnvelope event) {
    return write(
        notAfter(assessed.companyId(), BAND_AT, event),
        Updates.set(BAND_AT, Date.from(event.time())),
        Updates.set(BAND, assessed.band()));
  }

  Mono<Void> erase(String company) {
    return write(Filters.eq(ID, company), gone());
  }

  /** What was known of the one is the other's to tell: its next profile has it. */
  Mono<Void> merge(DirectoryEvent.Merged merged) {
    return Mono.from(collection.find(Filters.eq(ID, merged.companyId())).first())
        .map(CompanyOffers::former)
        .defaultIfEmpty(Set.of())
        .flatMap(
            earlier -> {
              Set<String> all = new HashSet<>(earlier);
              all.add(merged.companyId());
              return write(
                      Filters.eq(ID, merged.companyId()),
                      Updates.combine(gone(), Updates.set(INTO, merged.into())))
                  .then(
                      write(
                          Filters.eq(ID, merged.into()),
                          Updates.addEachToSet(FORMER, List.copyOf(all))));
            });
  }

  private static Bson gone() {
    return Updates.combine(
        Updates.set(GONE, true),
        Updates.unset(PROFILE),
        Updates.unset(BAND),
        Updates.unset(CONSENT));
  }

  /** Events of different subjects about one company are ordered by their time alone. */
  private static Bson notAfter(String company, String timeOfPart, EventEnvelope event) {
    return Filters.and(
        Filters.eq(ID, company),
        Filters.ne(GONE, true),
        Filters.or(
            Filters.exists(timeOfPart, false), Filters.lte(timeOfPart, Date.from(event.time()))));
  }

  /** What is there and not let through by the filter is newer, or gone: nothing is to be done. */
  private Mono<Void> write(Bson filter, Bson... parts) {
    return Upserts.unlessHeldBack(
        () ->
            collection.updateOne(
                filter,
                Updates.combine(
                    Updates.combine(parts),
                    Updates.set(CHANGED, Date.from(clock.instant())),
                    Updates.inc(CHANGES, 1L)),
                OR_INSERT));
  }

  /** In the index before it counts as taken: who need not read it again may count on that. */
  private void takeIn(Document company) {
    String id = company.getString(ID);
    taken.compute(
        id,
        (_, before) -> {
          if (before != null && changes(before) >= changes(company)) {
            return before;
          }
          offer(company).ifPresentOrElse(index::put, () -> index.remove(id));
          return company;
        });
  }

  private static long changes(Document company) {
    return company.getLong(CHANGES);
  }

  private static Optional<CompanyOffer> offer(Document company) {
    return Optional.ofNullable(company.getString(PROFILE))
        .map(
            profile ->
                OfferReading.offer(
                    Json.events().readValue(profile, DirectoryEvent.ProfileChanged.class),
                    former(company),
                    Optional.ofNullable(company.getString(BAND)).flatMap(OfferReading::band),
                    Optional.ofNullable(company.getString(CONSENT))
                        .map(
                            it ->
                                Json.events().readValue(it, DirectoryEvent.ConsentChanged.class))));
  }

  private static Set<String> former(Document company) {
    return Optional.ofNullable(company.getList(FORMER, String.class))
        .map(Set::copyOf)
        .orElse(Set.of());
  }
}

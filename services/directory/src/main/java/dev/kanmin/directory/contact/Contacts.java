package dev.kanmin.directory.contact;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.AggregateRules;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Expected;
import dev.kanmin.events.aggregates.IdempotencyKey;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The contact persons, each one document in a collection of their own. They are seen and kept by
 * the agency that wrote them down and by nobody else. An erased one leaves its id behind, so that a
 * repeated request does not bring it back.
 */
@Component
public class Contacts {
  static final Rule NO_SUCH_CONTACT =
      Rule.notFound("no-such-contact", "Your agency has no such contact");
  static final Rule SUBJECT_UNKNOWN =
      Rule.invalid("subject-unknown", "A contact is of a company or counterpart that is known");

  private static final String PREFIX = "per";
  private static final String AGENCY = "agency";
  private static final String ABOUT = "about";
  private static final String ERASED = "erased";

  private final MongoCollection<Document> people;
  private final List<ContactSubjects> subjects;
  private final Clock clock;

  Contacts(AggregateStore store, List<ContactSubjects> subjects, Clock clock) {
    this.people =
        store.collection(
            "contacts", List.of(StoreIndex.ascending("by-subject", AGENCY, ABOUT, "_id")));
    this.subjects = subjects;
    this.clock = clock;
  }

  /** Writes one down; repeated under its key, it answers with what stands there. */
  Mono<ContactView> add(ContactPerson person, CommandContext context) {
    person.check();
    String id = Ids.forCreate(PREFIX, context);
    Date now = Date.from(context.at());
    Document made =
        ContactDocuments.write(id, 1, context.by(), person, now, now)
            .append("request", context.key().map(IdempotencyKey::request).orElse(""));
    return idsOf(person.about())
        .then(Mono.from(people.insertOne(made)))
        .thenReturn(made)
        .onErrorResume(MongoWriteException.class, taken -> repeated(id, context))
        .map(ContactDocuments::read);
  }

  private Mono<Document> repeated(String id, CommandContext context) {
    String request = context.key().map(IdempotencyKey::request).orElse("");
    return find(id, context.by())
        .filter(earlier -> request.equals(earlier.getString("request")))
        .switchIfEmpty(
            Mono.error(
                () ->
                    AggregateRules.KEY_REUSED.refuse(
                        "It was used for another contact, or for one that is erased.")));
  }

  Mono<ContactView> contact(String id, AgencyCode reader) {
    return find(id, reader).switchIfEmpty(unknown()).map(ContactDocuments::read);
  }

  /**
   * The agency's own, in the order of their ids.
   *
   * @param about a company or counterpart, under any id that it ever had
   */
  Mono<Page<ContactView>> contacts(Optional<String> about, AgencyCode reader, PageRequest page) {
    return about
        .map(id -> idsOf(id).map(ids -> Filters.in(ABOUT, ids)))
        .orElseGet(() -> Mono.just(Filters.exists(ABOUT)))
        .flatMap(
            filter ->
                Keyset.query(people, Filters.and(Filters.eq(AGENCY, reader.code()), filter), page))
        .map(found -> found.map(ContactDocuments::read));
  }

  /** Whom all agencies together know, by role. */
  Flux<ContactView.KnownRole> roles(String about) {
    return idsOf(about)
        .flatMapMany(
            ids ->
                Flux.from(people.find(Filters.in(ABOUT, ids)))
                    .map(ContactDocuments::read)
                    .map(it -> new ContactView.KnownRole(ids.getFirst(), it.role(), it.agency())))
        .distinct();
  }

  Mono<ContactView> change(String id, ContactPerson person, CommandContext context) {
    person.check();
    return idsOf(person.about())
        .then(find(id, context.by()))
        .switchIfEmpty(unknown())
        .flatMap(stored -> replace(stored, person, context))
        .map(ContactDocuments::read);
  }

  private Mono<Document> replace(Document stored, ContactPerson person, CommandContext context) {
    long version = stored.getLong("version");
    if (context.expected() instanceof Expected.Version(long wanted) && wanted != version) {
      return Mono.error(stale(version));
    }
    Document changed =
        ContactDocuments.write(
                stored.getString("_id"),
                version + 1,
                context.by(),
                person,
                stored.getDate("createdAt"),
                Date.from(context.at()))
            .append("request", stored.getString("request"));
    return Mono.from(
            people.findOneAndReplace(
                Filters.and(
                    mine(stored.getString("_id"), context.by()), Filters.eq("version", version)),
                changed,
                new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER)))
        .switchIfEmpty(Mono.error(() -> stale(version + 1)));
  }

  /** Nothing but its id is left. */
  Mono<Void> erase(String id, AgencyCode by) {
    return Mono.from(people.findOneAndReplace(mine(id, by), gravestone(id)))
        .switchIfEmpty(unknown())
        .then();
  }

  /** Everybody whom any agency wrote down under these ids. */
  public Mono<Void> eraseAbout(List<String> ids) {
    return Flux.from(people.find(Filters.in(ABOUT, ids)))
        .map(it -> it.getString("_id"))
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(id -> people.replaceOne(Filters.eq("_id", id), gravestone(id)))
        .then();
  }

  private Document gravestone(String id) {
    return new Document("_id", id).append(ERASED, Date.from(clock.instant()));
  }

  private Mono<List<String>> idsOf(String about) {
    return subjects.stream()
        .filter(it -> it.couldBe(about))
        .findFirst()
        .map(it -> it.idsOf(about))
        .orElseGet(Mono::empty)
        .switchIfEmpty(
            Mono.error(
                () -> SUBJECT_UNKNOWN.refuse("It is the id of one, cmp_… or cpt_….", "/about")));
  }

  private Mono<Document> find(String id, AgencyCode reader) {
    return Ids.isWellFormed(PREFIX, id)
        ? Mono.from(people.find(mine(id, reader)).first())
        : Mono.empty();
  }

  private static Bson mine(String id, AgencyCode agency) {
    return Filters.and(Filters.eq("_id", id), Filters.eq(AGENCY, agency.code()));
  }

  private static <T> Mono<T> unknown() {
    return Mono.error(
        () -> NO_SUCH_CONTACT.refuse("There is none of this id that your agency wrote down."));
  }

  private static Throwable stale(long version) {
    return AggregateRules.STALE_VERSION.refuse(
        "The contact is at version " + version + ". Read it again and repeat the edit.");
  }
}

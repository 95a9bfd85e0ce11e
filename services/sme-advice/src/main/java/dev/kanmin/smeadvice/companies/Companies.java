package dev.kanmin.smeadvice.companies;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.SnapshotCopies;
import dev.kanmin.events.wire.EventEnvelope;
import dev.kanmin.events.wire.Json;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Copies of what the directory tells of companies: what support measures ask about, whom they let
 * see advice, and into which one a company was merged.
 */
@Component
public class Companies {
  public static final String FOLLOWED = "directory";
  private static final String TYPES = "dev.kanmin." + FOLLOWED + ".";
  public static final String MERGED = TYPES + "companies-merged.v1";
  private static final String SME = "sme";
  private static final String INDUSTRY = "industry";
  private static final String PREFECTURE = "prefecture";

  private static final String CONSENT = "consent";

  private final SnapshotCopies copies;
  private final SnapshotCopies consents;

  Companies(AggregateStore store) {
    this.copies = new SnapshotCopies(store, "company-facts");
    this.consents = new SnapshotCopies(store, "company-consents");
  }

  /** Of a profile, what measures ask about. */
  record Profile(
      String companyId,
      long revision,
      Optional<String> sme,
      Optional<String> industry,
      Optional<String> prefecture) {}

  /** All that the company lets agencies do from now on. */
  record ConsentChanged(
      String companyId, @JsonSetter(nulls = AS_EMPTY) List<Consent.Grant> grants) {}

  /** One company was found to be another. */
  public record Merged(String companyId, String into) {}

  /** Nothing of it is kept. */
  record Erased(String companyId) {}

  /** What is known of a company. */
  public record Known(
      Optional<String> sme, Optional<String> industry, Optional<String> prefecture) {
    static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What keeps the copies; who reacts to the same events stands behind them. */
  public EventHandlers.Builder handlers() {
    return EventHandlers.builder()
        .on(TYPES + "company-profile-changed.v1", Profile.class, (it, event) -> keep(it))
        .on(TYPES + "consent-changed.v1", ConsentChanged.class, this::keep)
        .on(
            MERGED,
            Merged.class,
            (it, event) ->
                copies
                    .merge(it.companyId(), it.into())
                    .then(consents.merge(it.companyId(), it.into())))
        .on(
            TYPES + "company-erased.v1",
            Erased.class,
            (it, event) -> copies.erase(it.companyId()).then(consents.erase(it.companyId())));
  }

  /** What is known of a company; nothing is when it is unknown here. */
  public Mono<Known> known(String companyId) {
    return copies
        .find(companyId)
        .map(
            it ->
                new Known(
                    Optional.ofNullable(it.getString(SME)),
                    Optional.ofNullable(it.getString(INDUSTRY)),
                    Optional.ofNullable(it.getString(PREFECTURE))))
        .defaultIfEmpty(Known.NOTHING);
  }

  /** What the company, or the one that it was merged into, lets agencies do. */
  public Mono<Consent> consent(String companyId) {
    return consents
        .find(companyId)
        .map(it -> Json.events().readValue(it.getString(CONSENT), Consent.class))
        .defaultIfEmpty(Consent.NONE);
  }

  /** All ids of a company: first that of the one that it is by now, then those merged into it. */
  public Mono<List<String>> ids(String companyId) {
    return copies.ids(companyId);
  }

  /** The company that this one is by now: itself, unless it was merged into another one. */
  public Mono<String> survivor(String companyId) {
    return copies.survivor(companyId);
  }

  /** Events of one company follow each other, so their sequence is the revision of its consent. */
  private Mono<Void> keep(ConsentChanged changed, EventEnvelope event) {
    String consent = Json.events().writeValueAsString(new Consent(changed.grants()));
    return consents.replace(changed.companyId(), event.sequence(), new Document(CONSENT, consent));
  }

  private Mono<Void> keep(Profile profile) {
    Document parts = new Document();
    profile.sme().ifPresent(it -> parts.append(SME, it));
    profile.industry().ifPresent(it -> parts.append(INDUSTRY, it));
    profile.prefecture().ifPresent(it -> parts.append(PREFECTURE, it));
    return copies.replace(profile.companyId(), profile.revision(), parts);
  }
}

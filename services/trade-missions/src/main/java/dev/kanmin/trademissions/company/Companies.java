package dev.kanmin.trademissions.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.mongodb.client.model.Filters;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.inbox.EventHandlers;
import dev.kanmin.events.inbox.SnapshotCopies;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Copies of the directory's companies: by which number each is known, what it offers, and into
 * which one it was merged.
 */
@Component
public class Companies {
  public static final String FOLLOWED = "directory";
  private static final String TYPES = "dev.kanmin." + FOLLOWED + ".";
  public static final String MERGED = TYPES + "companies-merged.v1";
  private static final String NUMBER = "corporateNumber";
  private static final String PRODUCTS = "products";
  private static final String NAME_JA = "nameJa";
  private static final String NAME_EN = "nameEn";

  private final SnapshotCopies copies;

  Companies(AggregateStore store) {
    this.copies =
        new SnapshotCopies(
            store, "company-copies", StoreIndex.ascending("by-corporate-number", NUMBER));
  }

  /** Of a profile, what applications need. */
  record Profile(
      String companyId,
      long revision,
      Optional<CorporateNumber> corporateNumber,
      Optional<Name> names,
      @JsonSetter(nulls = AS_EMPTY) List<Product> products) {

    record Product(String productId) {}
  }

  /**
   * What a company is called.
   *
   * @param ja as registered, with its legal form
   * @param en as it calls itself abroad
   */
  @Schema(name = "ApplicantName")
  public record Name(String ja, Optional<String> en) {}

  /** One company was found to be another. */
  public record Merged(String companyId, String into) {}

  /** Nothing of it is kept. */
  record Gone(String companyId) {}

  /**
   * An active company of the directory.
   *
   * @param companyId {@code cmp_…}
   * @param corporateNumber absent of sole proprietors
   * @param name absent of sole proprietors too: theirs are persons' names
   * @param products ids of the products of its profile
   */
  public record Known(
      String companyId,
      Optional<CorporateNumber> corporateNumber,
      Optional<Name> name,
      List<String> products) {}

  /** What keeps the copies; who reacts to the same events stands behind them. */
  public EventHandlers.Builder handlers() {
    return EventHandlers.builder()
        .on(TYPES + "company-profile-changed.v1", Profile.class, (it, event) -> keep(it))
        .on(MERGED, Merged.class, (it, event) -> copies.merge(it.companyId(), it.into()))
        .on(TYPES + "company-erased.v1", Gone.class, (it, event) -> copies.erase(it.companyId()));
  }

  /** The company of that id, or the one that it was merged into; empty if none is active. */
  public Mono<Known> find(String companyId) {
    return copies.find(companyId).map(Companies::known);
  }

  /**
   * The same of many, each under the id that was asked for; those that are not active are missing.
   */
  public Mono<Map<String, Known>> find(Collection<String> companyIds) {
    return copies
        .find(companyIds)
        .map(
            found ->
                found.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, it -> known(it.getValue()))));
  }

  /** All ids of a company: first that of the one that it is by now, then those merged into it. */
  public Mono<List<String>> ids(String companyId) {
    return copies.ids(companyId);
  }

  /** The active company of that number; empty if the directory has told of none. */
  public Mono<Known> find(CorporateNumber number) {
    return copies.where(Filters.eq(NUMBER, number.digits())).map(Companies::known).next();
  }

  /** Whether the directory has told that it was erased. */
  public Mono<Boolean> isErased(String companyId) {
    return copies.isErased(companyId);
  }

  private static Known known(Document copy) {
    return new Known(
        copy.getString("_id"),
        Optional.ofNullable(copy.getString(NUMBER)).map(CorporateNumber::of),
        Optional.ofNullable(copy.getString(NAME_JA))
            .map(ja -> new Name(ja, Optional.ofNullable(copy.getString(NAME_EN)))),
        List.copyOf(copy.getList(PRODUCTS, String.class, List.of())));
  }

  private Mono<Void> keep(Profile profile) {
    Document parts =
        new Document(PRODUCTS, profile.products().stream().map(it -> it.productId()).toList());
    profile.corporateNumber().ifPresent(it -> parts.append(NUMBER, it.digits()));
    profile
        .names()
        .ifPresent(
            name -> {
              parts.append(NAME_JA, name.ja());
              name.en().ifPresent(en -> parts.append(NAME_EN, en));
            });
    return copies.replace(profile.companyId(), profile.revision(), parts);
  }
}

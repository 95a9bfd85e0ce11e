package dev.kanmin.controltower.review;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads of review cycles. */
@Component
class ReviewQueries {
  private final Aggregates<ReviewCommand, ReviewEvent, Review> reviews;

  ReviewQueries(Aggregates<ReviewCommand, ReviewEvent, Review> reviews) {
    this.reviews = reviews;
  }

  /** Which cycles a list is to show. Whatever is absent does not restrict it. */
  record ReviewFilter(
      Optional<CountryCode> country,
      Optional<Field> field,
      Optional<Integer> fiscalYear,
      Optional<ReviewState> state,
      Optional<AgencyCode> agency) {
    Bson toBson() {
      List<Bson> all = new ArrayList<>();
      country.ifPresent(it -> all.add(Filters.eq(Reviews.COUNTRY, it.code())));
      field.ifPresent(it -> all.add(Filters.eq(Reviews.FIELD, it.code())));
      fiscalYear.ifPresent(it -> all.add(Filters.eq(Reviews.YEAR, it)));
      state.ifPresent(it -> all.add(Filters.eq(Reviews.STATE, it.code())));
      agency.ifPresent(it -> all.add(Filters.eq(Reviews.OWNER, it.code())));
      return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
  }

  /**
   * A review cycle as it is shown.
   *
   * @param earlier findings of the cycle before, each with what became of it
   * @param actions what the reader's agency may do with it now, and why not the rest
   */
  @Schema(name = "Review")
  record ReviewView(
      String id,
      long version,
      ReviewState state,
      AgencyCode owner,
      Review.Subject subject,
      List<Review.Input> inputs,
      List<Review.Finding> findings,
      List<Review.Opinion> opinions,
      List<Earlier> earlier,
      Optional<Review.Decision> decision,
      List<String> followUpActions,
      List<ActionView> actions) {

    static ReviewView of(Stored<Review> stored, List<Earlier> earlier, Reader reader) {
      Review review = stored.state();
      return new ReviewView(
          stored.id(),
          stored.version(),
          review.state(),
          review.owner().orElseThrow(),
          review.known(),
          review.inputs(),
          review.findings(),
          review.opinions(),
          earlier,
          review.decision(),
          review.actions(),
          ActionView.of(ReviewLifeCycle.TABLE, review, reader));
    }
  }

  /**
   * A finding of the cycle before.
   *
   * @param became absent while nobody has said
   */
  @Schema(name = "EarlierFinding")
  record Earlier(Review.Finding finding, Optional<Review.Trace> became) {}

  /** A cycle in a list. */
  @Schema(name = "ReviewSummary")
  record Summary(
      String id,
      long version,
      ReviewState state,
      AgencyCode owner,
      Review.Subject subject,
      Optional<Review.Decision> decision) {
    static Summary of(Stored<Review> stored) {
      Review review = stored.state();
      return new Summary(
          stored.id(),
          stored.version(),
          review.state(),
          review.owner().orElseThrow(),
          review.known(),
          review.decision());
    }
  }

  Mono<ReviewView> review(String id, Reader reader) {
    return reviews
        .find(id, reader.agency())
        .flatMap(
            stored ->
                earlier(stored.state()).map(earlier -> ReviewView.of(stored, earlier, reader)));
  }

  Mono<Page<Summary>> reviews(ReviewFilter filter, PageRequest page) {
    return Keyset.query(reviews.collection(), filter.toBson(), page)
        .map(found -> found.map(document -> Summary.of(reviews.read(document))));
  }

  /** Whether that cycle made that finding. */
  Mono<Boolean> hasFinding(String reviewId, int number) {
    return reviews
        .find(reviewId)
        .map(stored -> stored.state().findings().stream().anyMatch(it -> it.number() == number))
        .defaultIfEmpty(false);
  }

  private Mono<List<Earlier>> earlier(Review review) {
    Optional<String> previous = review.known().previous();
    return Mono.justOrEmpty(previous)
        .flatMap(reviews::find)
        .map(
            before ->
                before.state().findings().stream()
                    .map(
                        finding ->
                            new Earlier(
                                finding,
                                review.traces().stream()
                                    .filter(it -> it.reviewId().equals(before.id()))
                                    .filter(it -> it.finding() == finding.number())
                                    .findFirst()))
                    .toList())
        .defaultIfEmpty(List.of());
  }
}

package dev.kanmin.controltower.review;

import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a review cycle is to the platform, and what everybody sees of it. */
@Configuration(proxyBeanMethods = false)
class Reviews {
  static final String STATE = "keys.state";
  static final String OWNER = "keys.owner";
  static final String YEAR = "keys.year";
  static final String COUNTRY = "keys.country";
  static final String FIELD = "keys.field";

  static final AggregateType<ReviewCommand, ReviewEvent, Review> TYPE =
      AggregateType.of(
              ReviewLifeCycle.KIND,
              "rvw",
              ReviewRules.NO_SUCH_REVIEW,
              ReviewEvent.class,
              Review.class,
              new ReviewDecider())
          .bornBy(ReviewLifeCycle.TABLE::bears)
          .card(review -> review.subject().map(subject -> card(review, subject)))
          .keys(
              Reviews::keys,
              List.of(
                  StoreIndex.ascending("by-owner", OWNER, "_id"),
                  StoreIndex.ascending("by-year", YEAR, "_id"),
                  StoreIndex.ascending("by-cell", COUNTRY, FIELD, "_id")))
          .build();

  @Bean
  Aggregates<ReviewCommand, ReviewEvent, Review> reviewAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Card card(Review review, Review.Subject subject) {
    CardMaker card =
        new CardMaker(ReviewLifeCycle.KIND, review.state())
            .title(subject.title())
            .countries(subject.scope().country().stream().toList())
            .fields(subject.scope().field().stream().toList())
            .responsible(review.owner().orElseThrow(), "owner")
            .sample(subject.sample());
    review.decision().ifPresent(it -> card.facet("review-decisions", it.decision()));
    subject.previous().ifPresent(id -> card.link("arises-from", id));
    review.actions().forEach(id -> card.link("related", id));
    return card.make();
  }

  private static Document keys(Review review) {
    Review.Subject subject = review.known();
    Document keys =
        new Document("state", review.state().code())
            .append("owner", review.owner().orElseThrow().code())
            .append("year", subject.fiscalYear());
    subject.scope().country().ifPresent(it -> keys.append("country", it.code()));
    subject.scope().field().ifPresent(it -> keys.append("field", it.code()));
    return keys;
  }
}

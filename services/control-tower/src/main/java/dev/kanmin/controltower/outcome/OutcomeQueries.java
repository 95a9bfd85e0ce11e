package dev.kanmin.controltower.outcome;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.Money;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Keyset;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads of outcomes; every partner agency may see that they are there. */
@Component
class OutcomeQueries {
  /** Two records so many days apart may be of one day. */
  private static final int NEAR_DAYS = 60;

  /** Amounts that differ by no more than this part of the larger one may be the same. */
  private static final BigDecimal NEAR_VALUE = new BigDecimal("0.1");

  private final Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes;

  OutcomeQueries(Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  Mono<OutcomeView> outcome(String id, Reader reader) {
    return outcomes.find(id, reader.agency()).map(stored -> OutcomeView.of(stored, reader));
  }

  Mono<Page<OutcomeView.Summary>> outcomes(OutcomeFilter filter, PageRequest page) {
    return Keyset.query(outcomes.collection(), filter.toBson(), page)
        .map(found -> found.map(document -> OutcomeView.Summary.of(outcomes.read(document))));
  }

  Mono<Headline> headline(OutcomeFilter filter) {
    return Flux.from(outcomes.collection().find(filter.toBson()))
        .map(document -> outcomes.read(document).state())
        .reduceWith(Headline.Sums::new, Headline.Sums::add)
        .map(Headline.Sums::figures);
  }

  /** Live records of the same company and country that may be of the same result, by id. */
  Flux<Stored<Outcome>> similarTo(String id) {
    return outcomes
        .find(id)
        .flatMapMany(
            one ->
                Flux.from(
                        outcomes
                            .collection()
                            .find(
                                Filters.and(
                                    Filters.eq(Outcomes.COMPANY, one.state().known().companyId()),
                                    Filters.eq(
                                        Outcomes.COUNTRY, one.state().known().country().code()),
                                    Filters.ne("_id", id))))
                    .map(outcomes::read)
                    .filter(other -> other.state().column().isPresent())
                    .filter(other -> isNear(one.state().known(), other.state().known()))
                    .sort(Comparator.comparing(Stored::id)));
  }

  private static boolean isNear(Claim one, Claim other) {
    boolean mayBeSameCounterpart =
        one.counterpartId().isEmpty()
            || other.counterpartId().isEmpty()
            || one.counterpartId().equals(other.counterpartId());
    return mayBeSameCounterpart
        && (isNear(one.value(), other.value()) || areNear(one.on(), other.on()));
  }

  private static boolean isNear(Optional<Money> one, Optional<Money> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    BigDecimal a = one.get().amount();
    BigDecimal b = other.get().amount();
    return one.get().currency().equals(other.get().currency())
        && a.subtract(b).abs().compareTo(a.max(b).multiply(NEAR_VALUE)) <= 0;
  }

  private static boolean areNear(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isPresent()
        && other.isPresent()
        && Math.abs(one.get().toEpochDay() - other.get().toEpochDay()) <= NEAR_DAYS;
  }
}

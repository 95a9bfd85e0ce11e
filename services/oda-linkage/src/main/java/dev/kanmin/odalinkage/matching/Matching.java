package dev.kanmin.odalinkage.matching;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.odalinkage.company.CompanyOffers;
import dev.kanmin.odalinkage.linkage.Linkage;
import dev.kanmin.odalinkage.linkage.LinkageQueries;
import dev.kanmin.odalinkage.linkage.LinkageState;
import dev.kanmin.odalinkage.linkage.Proposal;
import dev.kanmin.odalinkage.match.Assessment;
import dev.kanmin.odalinkage.match.Assessment.Candidate;
import dev.kanmin.odalinkage.match.CompanyOffer;
import dev.kanmin.odalinkage.match.Matcher;
import dev.kanmin.odalinkage.match.OfferIndex;
import dev.kanmin.odalinkage.match.Weights;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The matcher over the offers and linkages that there are. */
@Component
class Matching {
  /** Where "today" is decided: the officers' desk. */
  static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final CompanyOffers offers;
  private final Subjects subjects;
  private final LinkageQueries linkages;
  private final Weights weights = Weights.current();
  private final Matcher matcher = new Matcher(weights);

  Matching(CompanyOffers offers, Subjects subjects, LinkageQueries linkages) {
    this.offers = offers;
    this.subjects = subjects;
    this.linkages = linkages;
  }

  Weights weights() {
    return weights;
  }

  /**
   * An assessment with what has come of the two so far.
   *
   * @param linkage that there is of both, the latest
   */
  record Judged(Assessment assessment, Subject subject, Optional<Stored<Linkage>> linkage) {}

  /** Every company for a subject: candidates, best first, then those left out. */
  Mono<List<Judged>> companiesFor(Subject subject, AgencyCode agency, Instant at) {
    return Mono.zip(
        offers.current(),
        linkages.to(subject.target().id()).collectList(),
        (index, linked) -> judged(subject, index, linked, asked(agency, at, linked)));
  }

  private List<Judged> judged(
      Subject subject, OfferIndex index, List<Stored<Linkage>> linked, Matcher.Asked asked) {
    Map<String, Stored<Linkage>> byCompany = latest(linked, it -> it.known().company());
    Stream<Assessment> inside =
        index.worthJudging(subject.target()).stream()
            .map(offer -> matcher.assess(subject.target(), offer, asked));
    Stream<Assessment> outside =
        index
            .outside(subject.target())
            .map(company -> Matcher.outsideItsFields(subject.target(), company));
    return Stream.concat(inside, outside)
        .map(
            assessment ->
                new Judged(
                    assessment, subject, Optional.ofNullable(byCompany.get(assessment.company()))))
        .sorted(ORDER)
        .toList();
  }

  /** Every subject for a company, in its fields: the best first, then those it is left out of. */
  Mono<List<Judged>> subjectsFor(CompanyOffer offer, AgencyCode agency, Instant at) {
    List<Field> fields = offer.fields().sorted().toList();
    Flux<Subject> all =
        Flux.concat(
            subjects.openNeeds(fields),
            subjects.activitiesToCome(fields),
            subjects.openTenders(fields));
    Set<String> ids =
        Stream.concat(Stream.of(offer.company()), offer.formerIds().stream())
            .collect(Collectors.toSet());
    return Mono.zip(
        all.collectList(),
        linkages.of(ids).collectList(),
        (found, linked) ->
            found.stream()
                .map(subject -> judged(subject, offer, linked, agency, at))
                .sorted(ORDER)
                .toList());
  }

  private Judged judged(
      Subject subject,
      CompanyOffer offer,
      List<Stored<Linkage>> linkedToCompany,
      AgencyCode agency,
      Instant at) {
    List<Stored<Linkage>> toThis =
        linkedToCompany.stream()
            .filter(it -> it.state().known().offersTo().ids().contains(subject.target().id()))
            .toList();
    return new Judged(
        matcher.assess(subject.target(), offer, asked(agency, at, toThis)),
        subject,
        toThis.stream().max(Comparator.comparing(Stored::updatedAt)));
  }

  /**
   * Whom the service proposes by itself: the best above the threshold that have no linkage to it
   * yet, so many that with the live ones there are at most as many as the weights say.
   */
  Mono<List<Candidate>> toPropose(Subject subject, AgencyCode agency, Instant at) {
    return companiesFor(subject, agency, at)
        .map(
            judged -> {
              long live = judged.stream().filter(Matching::isLive).count();
              return judged.stream()
                  .filter(it -> it.linkage().isEmpty())
                  .map(Judged::assessment)
                  .filter(Candidate.class::isInstance)
                  .map(Candidate.class::cast)
                  .filter(it -> it.score() >= weights.threshold() * 100)
                  .filter(it -> it.country().isPresent() && it.field().isPresent())
                  .limit(Math.max(0, weights.mostProposed() - live))
                  .toList();
            });
  }

  Mono<Optional<CompanyOffer>> offer(String company) {
    return offers
        .resolve(company)
        .flatMap(id -> offers.current().map(index -> index.find(id)))
        .defaultIfEmpty(Optional.empty());
  }

  Proposal.Match match(Candidate candidate) {
    Map<String, Integer> points = new LinkedHashMap<>();
    candidate.lines().stream()
        .filter(Assessment.Line::applies)
        .forEach(line -> points.put(line.criterion().code(), line.points()));
    return new Proposal.Match(weights.version(), candidate.score(), points);
  }

  static Matcher.Asked asked(AgencyCode agency, Instant at, List<Stored<Linkage>> linked) {
    Set<String> rejected =
        linked.stream()
            .map(Stored::state)
            .filter(it -> it.state() == LinkageState.REJECTED)
            .map(it -> it.known().company())
            .collect(Collectors.toSet());
    return new Matcher.Asked(agency, LocalDate.ofInstant(at, ZONE), rejected);
  }

  private static boolean isLive(Judged judged) {
    return judged.linkage().filter(it -> it.state().state() != LinkageState.REJECTED).isPresent();
  }

  private static Map<String, Stored<Linkage>> latest(
      List<Stored<Linkage>> linked, Function<Linkage, String> key) {
    return linked.stream()
        .collect(
            Collectors.toMap(
                it -> key.apply(it.state()),
                it -> it,
                (one, other) -> one.updatedAt().isAfter(other.updatedAt()) ? one : other));
  }

  /** Candidates before those left out, the best first, equals by their ids. */
  private static final Comparator<Judged> ORDER =
      Comparator.comparingInt(Matching::score)
          .reversed()
          .thenComparing(it -> it.assessment().company())
          .thenComparing(it -> it.assessment().target());

  /** Hundredths of points; of one that is left out −1. */
  static int score(Judged judged) {
    return switch (judged.assessment()) {
      case Candidate candidate -> candidate.score();
      case Assessment.LeftOut _ -> -1;
    };
  }
}

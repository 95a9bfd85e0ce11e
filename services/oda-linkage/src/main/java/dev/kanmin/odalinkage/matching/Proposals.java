package dev.kanmin.odalinkage.matching;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Card;
import dev.kanmin.odalinkage.linkage.OffersTo;
import dev.kanmin.odalinkage.linkage.Proposal;
import dev.kanmin.odalinkage.match.Assessment.Candidate;
import dev.kanmin.odalinkage.match.CompanyOffer;
import dev.kanmin.odalinkage.match.Target;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How proposals come about: by an officer's request, or by the matcher. */
@Component
class Proposals {
  private final Subjects subjects;
  private final Matching matching;

  Proposals(Subjects subjects, Matching matching) {
    this.subjects = subjects;
    this.matching = matching;
  }

  /**
   * A company for a need, an activity or a tender.
   *
   * @param company id in the directory, {@code cmp_…}
   * @param country one of the target's; may be left out where it has only one
   * @param field one of the target's; may be left out where it has only one
   * @param remark why, at most 1,000 characters; for the linkage's own agencies
   */
  @Schema(name = "ProposeLinkage")
  record Request(
      String company,
      OffersTo offersTo,
      Optional<CountryCode> country,
      Optional<Field> field,
      Optional<LocalizedText> remark) {}

  /** What an officer proposes, once company and targets are known and the cell is clear. */
  Mono<Proposal> of(Request request, AgencyCode by, Instant at) {
    if (request.offersTo().ids().isEmpty()) {
      return Mono.error(
          MatchingRules.NOTHING_TO_OFFER_TO.refuse("Name at least one of them.", "/offersTo"));
    }
    return Mono.zip(
        matching.offer(request.company()),
        subjects.of(request.offersTo()),
        (offer, found) -> {
          requireOpen(request.offersTo(), found);
          return proposal(request, consenting(offer, by, at), found, by);
        });
  }

  /** What the matcher proposes. */
  Proposal of(Candidate candidate, Subject subject, AgencyCode by) {
    return proposal(
        candidate.company(),
        offersTo(subject.target()),
        List.of(subject),
        candidate.country().orElseThrow(),
        candidate.field().orElseThrow(),
        by,
        Optional.of(matching.match(candidate)),
        Optional.empty());
  }

  private static OffersTo offersTo(Target target) {
    return switch (target) {
      case Target.OfNeed(var id, _) -> OffersTo.need(id);
      case Target.OfActivity(var id, _, _) -> OffersTo.activity(id);
      case Target.OfTender(var id, _, _) -> OffersTo.tender(id);
    };
  }

  private static void requireOpen(OffersTo offersTo, List<Subject> found) {
    List<String> there = found.stream().map(subject -> subject.target().id()).toList();
    offersTo.ids().stream()
        .filter(id -> !there.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw MatchingRules.NO_SUCH_TARGET.refuse(
                  "There is none with this id, or it has not arrived here yet.",
                  pointer(offersTo, id));
            });
    found.stream()
        .filter(Subject::ended)
        .findFirst()
        .ifPresent(
            ended -> {
              throw MatchingRules.TARGET_ENDED.refuse(
                  "%s is %s.".formatted(ended.target().id(), ended.card().state()),
                  pointer(offersTo, ended.target().id()));
            });
  }

  private static String pointer(OffersTo offersTo, String id) {
    if (offersTo.need().filter(id::equals).isPresent()) {
      return "/offersTo/need";
    }
    return offersTo.activity().filter(id::equals).isPresent()
        ? "/offersTo/activity"
        : "/offersTo/tender";
  }

  private static CompanyOffer consenting(Optional<CompanyOffer> offer, AgencyCode by, Instant at) {
    CompanyOffer known =
        offer.orElseThrow(
            () ->
                MatchingRules.UNKNOWN_COMPANY.refuse(
                    "Register it in the directory; what was registered arrives here in a moment.",
                    "/company"));
    if (!known.mayBeProposedBy(by, LocalDate.ofInstant(at, Matching.ZONE))) {
      throw MatchingRules.NOT_CONSENTED.refuse(
          "Ask the company for its consent to propose-linkages.", "/company");
    }
    return known;
  }

  private static Proposal proposal(
      Request request, CompanyOffer offer, List<Subject> found, AgencyCode by) {
    return proposal(
        offer.company(),
        request.offersTo(),
        found,
        one(request.country(), found, it -> it.target().wanted().countries(), "/country"),
        one(request.field(), found, it -> it.target().wanted().fields(), "/field"),
        by,
        Optional.empty(),
        request.remark());
  }

  /** The one that was asked for if the targets have it, or the only one that they have. */
  private static <T> T one(
      Optional<T> wanted, List<Subject> found, Function<Subject, List<T>> of, String pointer) {
    List<T> all = found.stream().flatMap(it -> of.apply(it).stream()).distinct().toList();
    if (wanted.isPresent() && (all.isEmpty() || all.contains(wanted.get()) || isOfAll(all))) {
      return wanted.get();
    }
    if (wanted.isEmpty() && all.size() == 1 && !isOfAll(all)) {
      return all.getFirst();
    }
    throw MatchingRules.CELL_UNCLEAR.refuse("Say which of " + all + " it is.", pointer);
  }

  /** What serves every field leaves it to the proposal which. */
  private static boolean isOfAll(List<?> all) {
    return all.contains(Field.CROSS_FIELD);
  }

  private static Proposal proposal(
      String company,
      OffersTo offersTo,
      List<Subject> found,
      CountryCode country,
      Field field,
      AgencyCode by,
      Optional<Proposal.Match> match,
      Optional<LocalizedText> remark) {
    Card first = found.getFirst().card();
    return new Proposal(
        company,
        offersTo,
        country,
        field,
        found.stream().flatMap(it -> it.owner().stream()).findFirst().orElse(by),
        first.title(),
        found.stream().flatMap(it -> it.iatiIdentifier().stream()).findFirst(),
        found.stream().flatMap(it -> it.ocid().stream()).findFirst(),
        match,
        remark,
        found.stream().anyMatch(it -> it.card().sample()));
  }
}

package dev.kanmin.odalinkage.matching;

import dev.kanmin.events.aggregates.Rule;
import dev.kanmin.odalinkage.matching.Matching.Judged;
import dev.kanmin.web.Cursor;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.Reader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the matcher is asked. */
@Component
class MatchQueries {
  static final Rule NOTHING_TO_MATCH =
      Rule.notFound("nothing-to-match", "There is no such need, activity, tender or company");

  private final Subjects subjects;
  private final Matching matching;

  MatchQueries(Subjects subjects, Matching matching) {
    this.subjects = subjects;
    this.matching = matching;
  }

  /** The best first, then those left out; pages go on behind score and ids. */
  Mono<Page<MatchView>> matches(MatchFilter filter, Reader reader, PageRequest page) {
    return judged(filter, reader)
        .map(
            all ->
                page(all.stream().filter(filter::shows).toList(), filter.binding(), page, reader));
  }

  private Mono<List<Judged>> judged(MatchFilter filter, Reader reader) {
    Mono<Subject> subject =
        Mono.justOrEmpty(filter.need())
            .flatMap(subjects::need)
            .switchIfEmpty(
                Mono.defer(() -> Mono.justOrEmpty(filter.activity()).flatMap(subjects::activity)))
            .switchIfEmpty(
                Mono.defer(() -> Mono.justOrEmpty(filter.tender()).flatMap(subjects::tender)));
    Mono<List<Judged>> forSubject =
        subject.flatMap(it -> matching.companiesFor(it, reader.agency(), reader.at()));
    Mono<List<Judged>> forCompany =
        Mono.justOrEmpty(filter.company())
            .flatMap(matching::offer)
            .flatMap(Mono::justOrEmpty)
            .flatMap(offer -> matching.subjectsFor(offer, reader.agency(), reader.at()));
    return forSubject
        .switchIfEmpty(forCompany)
        .switchIfEmpty(
            Mono.error(
                () ->
                    NOTHING_TO_MATCH.refuse(
                        "Nothing is known under this id; what is new elsewhere arrives here in a"
                            + " moment.")));
  }

  private Page<MatchView> page(List<Judged> all, String binding, PageRequest page, Reader reader) {
    Stream<Judged> behind =
        page.cursor()
            .<Stream<Judged>>map(
                cursor -> {
                  Place last = Place.of(Cursor.read(cursor, binding, 2));
                  return all.stream().filter(it -> Place.of(it).compareTo(last) > 0);
                })
            .orElseGet(all::stream);
    List<Judged> found = behind.limit(page.limit() + 1L).toList();
    List<Judged> shown = found.subList(0, Math.min(found.size(), page.limit()));
    Optional<String> next =
        found.size() > shown.size()
            ? Optional.of(Cursor.after(binding, Place.of(shown.getLast()).values()))
            : Optional.empty();
    return new Page<>(
        shown.stream()
            .map(it -> MatchView.of(it, matching.weights().version(), reader.language()))
            .toList(),
        next,
        List.of());
  }

  /** Where one stands in the list: a higher score before a lower one, equals by their ids. */
  private record Place(int score, String ids) implements Comparable<Place> {
    static Place of(Judged judged) {
      return new Place(
          Matching.score(judged),
          judged.assessment().company() + " " + judged.assessment().target());
    }

    /** Of a forged cursor that holds something else, the beginning. */
    static Place of(List<?> values) {
      return values.getFirst() instanceof Integer score && values.getLast() instanceof String ids
          ? new Place(score, ids)
          : new Place(Integer.MAX_VALUE, "");
    }

    List<?> values() {
      return List.of(score, ids);
    }

    @Override
    public int compareTo(Place other) {
      int byScore = Integer.compare(other.score, score);
      return byScore != 0 ? byScore : ids.compareTo(other.ids);
    }
  }
}

package dev.kanmin.controltower.outcome;

import com.mongodb.client.model.Filters;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.controltower.page.Decision;
import dev.kanmin.controltower.page.Wanted;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.Reader;
import dev.kanmin.web.overview.Overview.Cell;
import dev.kanmin.web.overview.Overview.Column;
import dev.kanmin.web.overview.Overview.Row;
import dev.kanmin.web.overview.Overview.Section;
import dev.kanmin.web.overview.Saying;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Outcomes, for pages. */
@Component
public class OutcomeSections {
  private final Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes;
  private final OutcomeQueries queries;

  OutcomeSections(
      Aggregates<OutcomeCommand, OutcomeEvent, Outcome> outcomes, OutcomeQueries queries) {
    this.outcomes = outcomes;
    this.queries = queries;
  }

  /** Evidence to be reviewed, disputes, and records that may be of the same result. */
  public Flux<Decision> decisions(Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return Flux.from(
            outcomes
                .collection()
                .find(
                    Filters.and(
                        filter(wanted).toBson(),
                        Filters.ne(Outcomes.STATE, OutcomeState.MERGED.code()))))
        .map(outcomes::read)
        .concatMapIterable(stored -> decisions(stored, saying).toList())
        .take(Wanted.MOST);
  }

  private static Stream<Decision> decisions(Stored<Outcome> stored, Saying saying) {
    Outcome outcome = stored.state();
    boolean evidence =
        outcome.state() == OutcomeState.CLAIMED
            && outcome.confirmation().evidence().filter(it -> !it.returned()).isPresent();
    String owner = saying.agency(outcome.owner().orElseThrow());
    return Stream.of(
            decision(
                evidence,
                stored,
                saying.of("証拠を確認する", "Review the evidence"),
                outcome.known().involved().isEmpty()
                    ? Decision.tower(saying)
                    : names(outcome.known().involved(), saying),
                saying),
            decision(
                outcome.state() == OutcomeState.DISPUTED,
                stored,
                saying.of("異議に対応する", "Answer the dispute"),
                owner,
                saying),
            decision(
                outcome.similar().stream().anyMatch(it -> !it.declined()),
                stored,
                saying.of(
                    "同じ成果かどうかを判断する", "Decide whether it is the same result as another record"),
                owner,
                saying))
        .flatMap(Optional::stream);
  }

  private static Optional<Decision> decision(
      boolean waits, Stored<Outcome> stored, String toDo, String who, Saying saying) {
    Claim claim = stored.state().known();
    return waits
        ? Optional.of(
            new Decision(
                stored.id(),
                saying.code("outcome-kinds", claim.kind())
                    + saying.of("（", " (")
                    + saying.country(claim.country())
                    + saying.of("）", ")"),
                toDo,
                who))
        : Optional.empty();
  }

  private static String names(List<AgencyCode> agencies, Saying saying) {
    return agencies.stream().map(saying::agency).collect(Collectors.joining(saying.of("、", ", ")));
  }

  /** Confirmed, expected and claimed by fiscal year; each outcome once. */
  public Mono<Section> headline(Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return queries
        .headline(filter(wanted))
        .map(
            headline ->
                Section.table(
                        "outcomes",
                        saying.of("成果", "Outcomes"),
                        saying.of(
                            "件数と、通貨ごとの金額です。一つの成果は一度だけ数えます。",
                            "Number, and amounts by currency. Each outcome counts once."),
                        List.of(
                            Column.words(saying.of("年度", "Fiscal year")),
                            Column.figures(saying.of("確認済み", "Confirmed")),
                            Column.figures(saying.of("見込み", "Expected")),
                            Column.figures(saying.of("申告", "Claimed"))),
                        headline.totals().stream()
                            .map(
                                row ->
                                    Row.of(
                                        Cell.of(saying.year(row.fiscalYear())),
                                        cell(row.confirmed(), saying),
                                        cell(row.expected(), saying),
                                        cell(row.claimed(), saying)))
                            .toList())
                    .noting(
                        saying.of(
                            "異議のあるもの、期限切れ、統合済みの %s 件は数えません。"
                                .formatted(saying.number(notCounted(headline))),
                            "Disputed, expired or merged, and so not counted: %s."
                                .formatted(saying.number(notCounted(headline))))));
  }

  private static long notCounted(Headline headline) {
    return headline.notCounted().values().stream().mapToLong(Long::longValue).sum();
  }

  private static Cell cell(Headline.Figures figures, Saying saying) {
    return Cell.of(
        Stream.concat(
                Stream.of(saying.number(figures.outcomes())),
                figures.amounts().stream().map(saying::money))
            .collect(Collectors.joining(" / ")));
  }

  private static OutcomeFilter filter(Wanted wanted) {
    return new OutcomeFilter(
        wanted.country(),
        wanted.field(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        wanted.agency(),
        Optional.empty(),
        Optional.empty());
  }
}

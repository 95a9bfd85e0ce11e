package dev.kanmin.controltower.review;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Review cycles, for pages. */
@Component
public class ReviewSections {
  private static final String STATES = "review-states";

  private static final Comparator<Stored<Review>> LATEST_FIRST =
      Comparator.<Stored<Review>>comparingInt(it -> it.state().known().fiscalYear())
          .thenComparing(it -> it.state().known().quarter().orElse(0))
          .reversed()
          .thenComparing(Stored::id);

  private final Aggregates<ReviewCommand, ReviewEvent, Review> reviews;

  ReviewSections(Aggregates<ReviewCommand, ReviewEvent, Review> reviews) {
    this.reviews = reviews;
  }

  /** Cycles that wait for a decision, or for what follows from it. */
  public Flux<Decision> decisions(Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return found(wanted)
        .filter(
            it ->
                it.state().state() == ReviewState.GATHERED
                    || it.state().state() == ReviewState.DECIDED)
        .map(
            it ->
                new Decision(
                    it.id(),
                    saying.text(it.state().known().title()),
                    it.state().state() == ReviewState.GATHERED
                        ? saying.of("点検の判断をする", "Decide the review")
                        : saying.of("判断を工程表に反映する", "Carry the decision into the roadmap"),
                    saying.agency(it.state().owner().orElseThrow())));
  }

  /** Cycles with their decisions; findings with what became of them; opinions. */
  public Mono<List<Section>> sections(Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return found(wanted)
        .sort(LATEST_FIRST)
        .collectList()
        .map(all -> List.of(cycles(all, saying), findings(all, saying), opinions(all, saying)));
  }

  private Flux<Stored<Review>> found(Wanted wanted) {
    return Flux.from(
            reviews
                .collection()
                .find(
                    new ReviewQueries.ReviewFilter(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            wanted.agency())
                        .toBson()))
        .map(reviews::read)
        .filter(stored -> wanted.isAbout(stored.state().known().scope()))
        .take(Wanted.MOST);
  }

  private static Section cycles(List<Stored<Review>> all, Saying saying) {
    return Section.table(
        "reviews",
        saying.of("点検と判断", "Reviews and decisions"),
        saying.of(
            "この対象を含む点検です。新しい年度から並べています。",
            "Reviews in which this place is looked at, latest year first."),
        List.of(
            Column.words(saying.of("点検", "Review")),
            Column.words(saying.of("期間", "Period")),
            Column.words(saying.of("状態", "State")),
            Column.words(saying.of("判断", "Decision")),
            Column.words(saying.of("理由", "Why"))),
        all.stream().map(it -> cycle(it, saying)).toList());
  }

  private static Row cycle(Stored<Review> stored, Saying saying) {
    Review review = stored.state();
    Review.Subject subject = review.known();
    return Row.of(
        Cell.to(stored.id(), saying.text(subject.title())),
        Cell.of(
            saying.year(subject.fiscalYear())
                + subject.quarter().map(it -> saying.of(" 第" + it + "四半期", " Q" + it)).orElse("")),
        Cell.of(saying.code(STATES, review.state())),
        Cell.of(
            review
                .decision()
                .map(
                    it ->
                        saying.code("review-decisions", it.decision())
                            + saying.of("（", " (")
                            + saying.day(it.on())
                            + saying.of("）", ")"))
                .orElse("")),
        Cell.of(review.decision().map(Review.Decision::why).orElse("")));
  }

  private static Section findings(List<Stored<Review>> all, Saying saying) {
    List<Review.Trace> traces = all.stream().flatMap(it -> it.state().traces().stream()).toList();
    return Section.table(
        "findings",
        saying.of("所見とその後の対応", "Findings, and what became of them"),
        saying.of(
            "過去の点検の所見を含みます。対応は後の点検で記されたものです。",
            "Those of earlier reviews too. What became of them was said in later ones."),
        List.of(
            Column.words(saying.of("所見", "Finding")),
            Column.words(saying.of("機関", "Agency")),
            Column.words(saying.of("点検", "Review")),
            Column.words(saying.of("対応", "Became")),
            Column.words(saying.of("説明", "In words"))),
        all.stream()
            .flatMap(
                it ->
                    it.state().findings().stream()
                        .map(finding -> finding(it, finding, traces, saying)))
            .toList());
  }

  private static Row finding(
      Stored<Review> stored, Review.Finding finding, List<Review.Trace> traces, Saying saying) {
    Optional<Review.Trace> trace =
        traces.stream()
            .filter(it -> it.reviewId().equals(stored.id()) && it.finding() == finding.number())
            .findFirst();
    return Row.of(
        Cell.of(finding.text()),
        Cell.of(saying.agency(finding.by())),
        Cell.to(stored.id(), saying.text(stored.state().known().title())),
        Cell.of(trace.map(it -> saying.code("finding-results", it.became())).orElse("")),
        Cell.of(trace.map(Review.Trace::text).orElse("")));
  }

  private static Section opinions(List<Stored<Review>> all, Saying saying) {
    return Section.table(
        "opinions",
        saying.of("外部の意見", "Opinions from outside"),
        saying.of("立場だけを示し、氏名は記しません。", "By role, never by name."),
        List.of(
            Column.words(saying.of("意見", "Opinion")),
            Column.words(saying.of("立場", "Role")),
            Column.words(saying.of("日付", "Day"))),
        all.stream()
            .flatMap(it -> it.state().opinions().stream())
            .map(it -> Row.of(Cell.of(it.text()), Cell.of(it.role()), Cell.of(saying.day(it.on()))))
            .toList());
  }
}

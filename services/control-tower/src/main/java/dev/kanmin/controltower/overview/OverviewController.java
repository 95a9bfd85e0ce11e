package dev.kanmin.controltower.overview;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.actual.ActualSections;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.controltower.outcome.OutcomeSections;
import dev.kanmin.controltower.page.Decision;
import dev.kanmin.controltower.page.Wanted;
import dev.kanmin.controltower.review.ReviewSections;
import dev.kanmin.controltower.roadmap.RoadmapSections;
import dev.kanmin.controltower.strategy.StrategySections;
import dev.kanmin.controltower.targets.TargetSections;
import dev.kanmin.web.Reader;
import dev.kanmin.web.RequiresScope;
import dev.kanmin.web.overview.Overview;
import dev.kanmin.web.overview.Overview.Section;
import dev.kanmin.web.overview.Saying;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Targets, figures, plans and reviews together, as pages show them. */
@RestController
@RequestMapping("/v1")
@RequiresScope("tower:read")
class OverviewController {
  private final TargetSections targets;
  private final ActualSections actuals;
  private final OutcomeSections outcomes;
  private final RoadmapSections roadmap;
  private final ReviewSections reviews;
  private final StrategySections strategies;

  OverviewController(
      TargetSections targets,
      ActualSections actuals,
      OutcomeSections outcomes,
      RoadmapSections roadmap,
      ReviewSections reviews,
      StrategySections strategies) {
    this.targets = targets;
    this.actuals = actuals;
    this.outcomes = outcomes;
    this.roadmap = roadmap;
    this.reviews = reviews;
    this.strategies = strategies;
  }

  /** What the roadmap is narrowed by. Whatever is absent does not restrict it. */
  record Place(Optional<CountryCode> country, Optional<Field> field, Optional<AgencyCode> agency) {
    Wanted wanted() {
      return new Wanted(country, field, agency, Optional.empty());
    }
  }

  @Operation(
      summary = "Targets against results, their trend, and what needs a decision.",
      description = "In the reader's language, as a page shows it.")
  @GetMapping("/targets/overview")
  Mono<Overview> overview(@ParameterObject Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return Mono.zip(targets.told(wanted, reader), waiting(wanted, reader))
        .map(
            both -> {
              List<Decision> decisions = new ArrayList<>(both.getT2());
              decisions.addAll(both.getT1().decisions());
              List<Section> sections = new ArrayList<>();
              sections.add(Decision.section(decisions, saying));
              sections.add(both.getT1().trend());
              sections.add(both.getT1().progress());
              sections.addAll(both.getT1().groups());
              return page(
                  heading(saying.of("目標と実績", "Targets and results"), wanted, saying),
                  saying.of(
                      "目標に対する実績、年度別の推移、判断を要するもの。",
                      "Results against targets, their trend, and what needs a decision."),
                  sections,
                  reader);
            });
  }

  @Operation(
      summary = "The roadmap over time: delays, whom they reach, and what was said each month.",
      description = "In the reader's language, as a page shows it.")
  @GetMapping("/roadmap/timeline")
  Mono<Overview> timeline(@ParameterObject Place place, Reader reader) {
    Saying saying = new Saying(reader.language());
    Wanted wanted = place.wanted();
    return roadmap
        .sections(wanted, reader)
        .map(
            sections ->
                page(
                    heading(saying.of("工程表", "Roadmap"), wanted, saying),
                    saying.of(
                        "取組の期日と依存関係、遅れとその波及先、月次報告。",
                        "Dates and dependencies of actions, delays and whom they reach, monthly updates."),
                    sections,
                    reader));
  }

  @Operation(
      summary = "All that a review of a cell or a country looks at.",
      description = "In the reader's language, as a page shows it and as it is printed.")
  @GetMapping("/reviews/pack")
  Mono<Overview> pack(@ParameterObject Wanted wanted, Reader reader) {
    Saying saying = new Saying(reader.language());
    return Mono.zip(
            targets.told(wanted, reader),
            strategies.decided(wanted, reader),
            outcomes.headline(wanted, reader),
            roadmap.sections(wanted, reader),
            reviews.sections(wanted, reader))
        .map(
            all -> {
              List<Section> sections = new ArrayList<>();
              sections.add(all.getT2());
              sections.add(all.getT1().progress());
              sections.add(all.getT1().trend());
              sections.add(all.getT3());
              sections.addAll(all.getT4());
              sections.addAll(all.getT5());
              return page(
                  heading(saying.of("点検資料", "Review pack"), wanted, saying),
                  saying.of(
                      "点検のための資料です。国・地域と分野で絞り込み、印刷またはExcelで保存できます。",
                      "For a review. Narrow it to a country or a cell, and print it or save it as Excel."),
                  sections,
                  reader);
            });
  }

  /** What waits for a decision, but causes, which targets tell. */
  private Mono<List<Decision>> waiting(Wanted wanted, Reader reader) {
    return Flux.concat(
            roadmap.decisions(wanted, reader),
            reviews.decisions(wanted, reader),
            actuals.decisions(wanted, reader),
            outcomes.decisions(wanted, reader))
        .collectList();
  }

  private static String heading(String name, Wanted wanted, Saying saying) {
    return wanted.country().isEmpty() && wanted.field().isEmpty()
        ? name
        : name + saying.of("：", ": ") + wanted.place(saying);
  }

  private static Overview page(String title, String lead, List<Section> sections, Reader reader) {
    return new Overview(title, lead, FiscalYears.day(reader.at()), sections);
  }
}

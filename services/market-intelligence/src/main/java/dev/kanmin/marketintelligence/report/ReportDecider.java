package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.marketintelligence.report.ReportCommand.*;
import dev.kanmin.marketintelligence.report.ReportEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command leads to once {@link ReportLifeCycle} admits it. */
final class ReportDecider implements Decider<ReportCommand, ReportEvent, Report> {
  @Override
  public Report initial() {
    return Report.NONE;
  }

  @Override
  public List<ReportEvent> decide(ReportCommand command, Report report, CommandContext context) {
    if (!ReportLifeCycle.TABLE.admits(command, report, context)) {
      return List.of();
    }
    Instant at = context.at();
    return switch (command) {
      case Draft(var content) -> {
        ReportRules.check(content, at);
        yield List.of(
            new ReportDrafted(
                ReportState.DRAFT,
                Optional.of(context.by()),
                Optional.of(marked(content, content))));
      }
      case Revise(var content) -> revise(content, report, at);
      case Publish() ->
          List.of(
              new ReportPublished(
                  ReportState.PUBLISHED,
                  report.known().kind(),
                  ReportRules.today(at),
                  report.known().expires()));
      case Extend(var expires) -> extend(expires, report, at);
      case Withdraw() -> List.of(new ReportWithdrawn(ReportState.WITHDRAWN));
      case Expire() ->
          ReportRules.held(report, at).isPresent()
              ? List.of(new ReportExpired(ReportState.EXPIRED))
              : List.of();
    };
  }

  @Override
  public Report evolve(Report report, ReportEvent event) {
    return switch (event) {
      case ReportDrafted(var state, var owner, var content) ->
          new Report(state, owner, content, Optional.empty());
      case ReportRevised(var state, var content) -> report.saying(content.orElseThrow()).in(state);
      case ReportPublished(var state, var kind, var on, var expires) ->
          new Report(state, report.owner(), report.content(), Optional.of(on));
      case ReportExtended(var state, var expires) ->
          report.saying(report.known().expiring(expires)).in(state);
      case ReportWithdrawn(var state) -> report.in(state);
      case ReportExpired(var state) -> report.in(state);
    };
  }

  private static List<ReportEvent> revise(ReportContent content, Report report, Instant at) {
    ReportRules.check(content, at);
    ReportContent marked = marked(content, report.known());
    return marked.equals(report.known())
        ? List.of()
        : List.of(new ReportRevised(report.state(), Optional.of(marked)));
  }

  private static List<ReportEvent> extend(LocalDate expires, Report report, Instant at) {
    ReportRules.checkExpiry(expires, at);
    if (expires.equals(report.known().expires())) {
      return List.of();
    }
    ReportState state =
        report.state() == ReportState.EXPIRED ? ReportState.PUBLISHED : report.state();
    return List.of(new ReportExtended(state, expires));
  }

  /**
   * Each translation says which source text it was made from. One that says nothing was made from
   * the source that comes with it, if its words are new; else from the one that it was made from
   * before.
   */
  private static ReportContent marked(ReportContent content, ReportContent before) {
    String digest = content.sourceDigest();
    Map<Language, ReportText> texts = new LinkedHashMap<>();
    content
        .texts()
        .forEach(
            (language, text) -> {
              boolean isSource = language.equals(content.sourceLanguage());
              Optional<ReportText> old =
                  Optional.ofNullable(before.texts().get(language))
                      .filter(it -> Digests.of(it).equals(Digests.of(text)));
              Optional<String> from =
                  isSource
                      ? Optional.empty()
                      : text.translatedFrom()
                          .or(() -> old.flatMap(ReportText::translatedFrom))
                          .or(() -> Optional.of(digest));
              texts.put(language, new ReportText(text.title(), text.summary(), text.body(), from));
            });
    return content.with(texts);
  }
}

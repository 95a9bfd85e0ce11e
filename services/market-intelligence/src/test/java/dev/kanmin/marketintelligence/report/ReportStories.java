package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.wire.Json;
import dev.kanmin.marketintelligence.DevFiles;
import dev.kanmin.marketintelligence.report.ReportCommand.*;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where stories of reports begin: JETRO writes, in October 2026. */
public final class ReportStories {
  private static final Stories<ReportCommand, ReportEvent, Report> NOTHING =
      Stories.of(Reports.TYPE).by("jetro").at("2026-10-01T00:00:00Z");

  private ReportStories() {}

  public static AggregateType<?, ?, ?> type() {
    return Reports.TYPE;
  }

  public static void tell(EventContract contract) {
    var published =
        given(new Draft(content()), new Revise(withSource("別の文")), new Publish())
            .given(new Extend(LocalDate.of(2027, 12, 31)));
    contract.told(
        Reports.TYPE,
        List.of(
            published.given(new Withdraw()),
            published.at("2028-01-01T00:00:00Z").given(new Expire())),
        List.of());
  }

  static Stories<ReportCommand, ReportEvent, Report> given(ReportCommand... commands) {
    return NOTHING.given(commands);
  }

  static ReportContent content() {
    return Json.strict()
        .readValue(DevFiles.text("reports/country-report.json"), ReportContent.class);
  }

  /** The same with another source text; its translation is as it was. */
  static ReportContent withSource(String body) {
    return with(content(), Language.JAPANESE, body, Optional.empty());
  }

  static ReportContent with(
      ReportContent content, Language language, String body, Optional<String> from) {
    Map<Language, ReportText> texts = new LinkedHashMap<>(content.texts());
    ReportText old = content.source().orElseThrow();
    texts.put(language, new ReportText(old.title(), old.summary(), body, from));
    return content.with(texts);
  }
}

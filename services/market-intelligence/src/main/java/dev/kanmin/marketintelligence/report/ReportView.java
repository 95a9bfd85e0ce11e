package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as it is shown.
 *
 * @param version for If-Match; the ETag
 * @param sourceDigest of the text in the source language; what a translation is made from
 * @param stale translations that were made from another source text than there is now
 * @param shown the text in the reader's language or the next one, as HTML that is safe to show
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
@Schema(name = "MarketReport")
public record ReportView(
    String id,
    long version,
    ReportState state,
    AgencyCode owner,
    ReportContent report,
    Optional<LocalDate> publishedOn,
    String sourceDigest,
    List<Language> stale,
    Shown shown,
    Instant createdAt,
    Instant updatedAt,
    List<ActionView> actions) {

  /**
   * The text in one language.
   *
   * @param stale whether it was translated from an older text
   */
  @Schema(name = "ShownText")
  public record Shown(
      Language language, String title, String summary, String html, boolean stale) {}

  static ReportView of(Stored<Report> stored, Reader reader) {
    Report report = stored.state();
    ReportContent content = report.known();
    return new ReportView(
        stored.id(),
        stored.version(),
        report.state(),
        report.owner().orElseThrow(),
        content,
        report.publishedOn(),
        content.sourceDigest(),
        content.stale(),
        shown(content, reader.language()),
        stored.createdAt(),
        stored.updatedAt(),
        ActionView.of(ReportLifeCycle.TABLE, report, reader));
  }

  private static Shown shown(ReportContent content, Language wanted) {
    Language language =
        wanted.withoutRegion().fallbacks().stream()
            .filter(content.texts()::containsKey)
            .findFirst()
            .orElse(content.sourceLanguage());
    ReportText text =
        Optional.ofNullable(content.texts().get(language)).or(content::source).orElseThrow();
    return new Shown(
        language,
        text.title(),
        text.summary(),
        Markdown.html(text.body()),
        content.stale().contains(language));
  }

  /** A report in a list, without its bodies. */
  public record ReportSummary(
      String id,
      long version,
      ReportState state,
      AgencyCode owner,
      String kind,
      Map<Language, String> title,
      List<CountryCode> countries,
      List<Field> fields,
      Optional<LocalDate> publishedOn,
      LocalDate expires,
      List<Language> stale) {

    static ReportSummary of(Stored<Report> stored) {
      Report report = stored.state();
      ReportContent content = report.known();
      Map<Language, String> titles = new LinkedHashMap<>();
      content.texts().forEach((language, text) -> titles.put(language, text.title()));
      return new ReportSummary(
          stored.id(),
          stored.version(),
          report.state(),
          report.owner().orElseThrow(),
          content.kind(),
          titles,
          content.countries(),
          content.fields(),
          report.publishedOn(),
          content.expires(),
          content.stale());
    }
  }
}

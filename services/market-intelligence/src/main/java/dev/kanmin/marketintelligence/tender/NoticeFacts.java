package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Language;
import dev.kanmin.marketintelligence.tender.TenderFacts.CountryReason;
import dev.kanmin.marketintelligence.tender.TenderFacts.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads from a notice of the World Bank what everybody may see of a tender. */
final class NoticeFacts {
  private static final int LONGEST_TITLE = 300;
  private static final String PAGE =
      "https://projects.worldbank.org/en/projects-operations/procurement-detail/";

  private NoticeFacts() {}

  static TenderFacts of(
      WorldBankNotice notice, Instant at, AgencyCode owner, Optional<List<FieldMapping>> fields) {
    Optional<CountryCode> country = notice.country();
    Optional<Closes> closes = notice.isPlan() ? Optional.empty() : notice.closes();
    Map<String, String> title = titled(notice, notice.description().or(notice::projectName));
    Map<String, String> summary = titled(notice, notice.projectName());
    return new TenderFacts(
        Origin.WORLD_BANK,
        state(notice, closes, at),
        Optional.empty(),
        Optional.of(notice.id()),
        title,
        summary,
        Optional.empty(),
        country,
        country.map(it -> CountryReason.STATED),
        fields.orElseGet(
            () -> FieldFinder.find(title.values(), summary.values(), Optional.empty(), List.of())),
        closes,
        Optional.empty(),
        notice.method().map(NoticeFacts::shortened),
        List.of(),
        Optional.of(PAGE + notice.id()),
        owner,
        false);
  }

  private static TenderState state(WorldBankNotice notice, Optional<Closes> closes, Instant at) {
    if (notice.isCancelled()) {
      return TenderState.CANCELLED;
    }
    if (notice.isPlan()) {
      return TenderState.PLANNED;
    }
    return closes.map(it -> it.isOverAt(at)).orElse(false) ? TenderState.CLOSED : TenderState.OPEN;
  }

  private static Map<String, String> titled(WorldBankNotice notice, Optional<String> text) {
    String language =
        switch (notice.language().orElse("").toLowerCase(Locale.ROOT)) {
          case "english" -> Language.ENGLISH.tag();
          case "french" -> "fr";
          case "spanish" -> "es";
          case "portuguese" -> "pt";
          case "russian" -> "ru";
          default -> "und";
        };
    return text.map(NoticeFacts::shortened)
        .filter(it -> !it.isBlank())
        .map(it -> Map.of(language, it))
        .orElse(Map.of());
  }

  private static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST_TITLE ? plain : plain.substring(0, LONGEST_TITLE - 2) + "…";
  }
}

package dev.kanmin.marketintelligence.report;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report says.
 *
 * @param kind a code of {@code report-kinds}
 * @param sourceLanguage in which it was written; the others are translations
 * @param texts by language, a code of {@code languages}: ja, en, zh-Hans, zh-Hant, ko
 * @param expires the last day on which it holds; in Japan
 * @param sources what it rests on: addresses or titles
 */
public record ReportContent(
    String kind,
    @JsonSetter(nulls = AS_EMPTY) List<CountryCode> countries,
    @JsonSetter(nulls = AS_EMPTY) List<Field> fields,
    Language sourceLanguage,
    @JsonSetter(nulls = AS_EMPTY) Map<Language, ReportText> texts,
    LocalDate expires,
    @JsonSetter(nulls = AS_EMPTY) List<String> sources,
    @JsonSetter(nulls = AS_EMPTY) boolean sample) {

  Optional<ReportText> source() {
    return Optional.ofNullable(texts.get(sourceLanguage));
  }

  /** The digest of the source text. */
  String sourceDigest() {
    return source().map(Digests::of).orElse("");
  }

  ReportContent expiring(LocalDate day) {
    return new ReportContent(kind, countries, fields, sourceLanguage, texts, day, sources, sample);
  }

  ReportContent with(Map<Language, ReportText> newTexts) {
    return new ReportContent(
        kind, countries, fields, sourceLanguage, newTexts, expires, sources, sample);
  }

  /** Translations that were made from another source text than there is now. */
  List<Language> stale() {
    String digest = sourceDigest();
    return texts.entrySet().stream()
        .filter(it -> !it.getKey().equals(sourceLanguage))
        .filter(it -> !it.getValue().translatedFrom().equals(Optional.of(digest)))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}

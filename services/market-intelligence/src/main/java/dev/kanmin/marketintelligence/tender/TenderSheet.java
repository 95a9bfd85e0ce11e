package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.marketintelligence.tender.TenderCommand.Enter;
import dev.kanmin.marketintelligence.tender.TenderCommand.Revise;
import dev.kanmin.sheets.Cells;
import dev.kanmin.sheets.Column;
import dev.kanmin.sheets.Columns;
import dev.kanmin.sheets.SheetImport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tenders as lines of a table, for those that no feed has. A line is known by its country and the
 * buyer's own number: the same line again is the same tender, and a changed one revises it.
 */
@Component
class TenderSheet implements SheetImport.Lines<TenderCommand, Tender> {
  static final Columns COLUMNS =
      new Columns(
          "入札",
          List.of(
              new Column(
                  "reference",
                  "公告番号",
                  "/reference",
                  "the buyer's own number; needed, names the line"),
              new Column("country", "国・地域", "/country", "ISO 3166 code of the buyer: VN"),
              new Column("title_ja", "件名", "/title", "Japanese; one of the two titles is needed"),
              new Column("title_en", "英語件名", "/title", "English"),
              new Column("summary_ja", "概要", "/summary", ""),
              new Column("summary_en", "英語概要", "/summary", ""),
              new Column("buyer", "発注者", "/buyer", "who buys, as published"),
              new Column(
                  "fields",
                  "分野",
                  "/fields",
                  "codes: endoscopy;telemedicine; empty: found by words"),
              new Column("closes", "締切", "/closes", "2027-02-15 or 2027-02-15T16:00, there"),
              new Column("zone", "時間帯", "/closes/zone", "Asia/Bangkok; needed with a time"),
              new Column("value", "金額", "/value", "number without separators"),
              new Column("currency", "通貨", "/value/currency", "ISO 4217 code: THB"),
              new Column("method", "調達方式", "/method", "open, selective, limited or direct"),
              new Column("url", "URL", "/url", "https://…"),
              new Column("planned", "予定", "/planned", "true while offers cannot be made yet"),
              new Column("sample", "サンプル", "/sample", "true for made-up records")));

  private final Aggregates<TenderCommand, TenderEvent, Tender> tenders;

  TenderSheet(Aggregates<TenderCommand, TenderEvent, Tender> tenders) {
    this.tenders = tenders;
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public Mono<Stored<Tender>> existing(Cells line, AgencyCode by) {
    return tenders.find(newId(line, by));
  }

  @Override
  public String newId(Cells line, AgencyCode by) {
    return Ids.derived(
        Tenders.PREFIX,
        "of",
        by.code(),
        line.required("country").toUpperCase(Locale.ROOT),
        line.required("reference"));
  }

  @Override
  public Mono<TenderCommand> command(
      String id, Cells line, Optional<Tender> existing, AgencyCode by) {
    EnteredTender tender = tender(line);
    return Mono.just(existing.isPresent() ? new Revise(tender) : new Enter(tender));
  }

  private static EnteredTender tender(Cells line) {
    LocalizedText title =
        texts(line, "title")
            .orElseGet(() -> new LocalizedText(Map.of("ja", line.required("title_ja"))));
    return new EnteredTender(
        title,
        texts(line, "summary"),
        line.required("buyer"),
        line.value("country", CountryCode::of).orElseThrow(),
        line.values("fields", Field::of),
        line.text("reference"),
        closes(line),
        line.value("value", it -> Money.of(it, line.required("currency"))),
        line.text("method"),
        List.of(),
        line.text("url"),
        flag(line, "planned"),
        flag(line, "sample"));
  }

  private static Optional<LocalizedText> texts(Cells line, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    line.text(name + "_ja").ifPresent(it -> texts.put("ja", it));
    line.text(name + "_en").ifPresent(it -> texts.put("en", it));
    return texts.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(texts));
  }

  /** On the buyer's clock. */
  private static Optional<Closes> closes(Cells line) {
    Optional<ZoneId> zone = line.value("zone", TenderSheet::zone);
    return line.value(
        "closes",
        text -> {
          try {
            return text.contains("T")
                ? Closes.at(
                    LocalDateTime.parse(text)
                        .atZone(
                            zone.orElseThrow(
                                () -> new IllegalArgumentException("With a time, give its zone.")))
                        .toInstant(),
                    zone.orElseThrow())
                : Closes.on(LocalDate.parse(text), zone);
          } catch (DateTimeParseException none) {
            throw new IllegalArgumentException("It is 2027-02-15 or 2027-02-15T16:00.", none);
          }
        });
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException("It is a zone such as Asia/Bangkok.", none);
    }
  }

  private static boolean flag(Cells line, String column) {
    return line.value(column, TenderSheet::yes).orElse(false);
  }

  private static boolean yes(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1", "○", "はい" -> true;
      case "false", "no", "0", "×", "いいえ" -> false;
      default -> throw new IllegalArgumentException("It is true or false.");
    };
  }
}

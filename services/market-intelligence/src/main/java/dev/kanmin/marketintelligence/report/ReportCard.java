package dev.kanmin.marketintelligence.report;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.CardMaker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What everybody may see of a report: of a draft nothing, and never its body. */
final class ReportCard {
  private ReportCard() {}

  static Optional<Card> of(Report report) {
    return report.publishedOn().isEmpty() ? Optional.empty() : Optional.of(card(report));
  }

  private static Card card(Report report) {
    ReportContent content = report.known();
    CardMaker card =
        new CardMaker(ReportLifeCycle.KIND, report.state())
            .title(texts(content, ReportText::title))
            .countries(content.countries())
            .fields(content.fields())
            .responsible(report.owner().orElseThrow(), "owner")
            .facet("report-kinds", content.kind())
            .date(Due.on("published", report.publishedOn().orElseThrow()))
            .sample(content.sample());
    if (report.state() != ReportState.WITHDRAWN) {
      card.summary(new LocalizedText(texts(content, ReportText::summary)));
      boolean over = report.state() == ReportState.EXPIRED;
      card.date(Due.on(over ? "expired" : "expires", content.expires()));
    }
    return card.make();
  }

  private static Map<String, String> texts(
      ReportContent content, Function<ReportText, String> part) {
    Map<String, String> texts = new LinkedHashMap<>();
    content.texts().forEach((language, text) -> texts.put(language.tag(), part.apply(text)));
    return texts;
  }
}

package dev.kanmin.marketintelligence.regulation;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.marketintelligence.regulation.RegulationCommand.State;
import dev.kanmin.marketintelligence.words.CellTitles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What regulation is to the platform: one record for each country, or country and field. */
@Configuration(proxyBeanMethods = false)
class Regulations {
  static final String COUNTRY = "keys.country";
  static final String FIELD = "keys.field";

  private static final String PREFIX = "reg";

  static final AggregateType<RegulationCommand, RegulationEvent, Regulation> TYPE =
      AggregateType.of(
              RegulationDecider.KIND,
              PREFIX,
              RegulationDecider.NO_SUCH_REGULATION,
              RegulationEvent.class,
              Regulation.class,
              new RegulationDecider())
          .bornBy(command -> command instanceof State)
          .card(Regulations::card)
          .keys(
              it ->
                  new Document("country", it.country().orElseThrow().code())
                      .append("field", it.field().map(Field::code).orElse("")),
              List.of(StoreIndex.ascending("country-field", COUNTRY, FIELD)))
          .build();

  static String idOf(CountryCode country, Optional<Field> field) {
    return Ids.derived(PREFIX, country.code(), field.map(Field::code).orElse(""));
  }

  @Bean
  Aggregates<RegulationCommand, RegulationEvent, Regulation> regulationAggregates(
      AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Optional<Card> card(Regulation regulation) {
    if (regulation.facts().isEmpty()) {
      return Optional.empty();
    }
    CountryCode country = regulation.country().orElseThrow();
    CardMaker card =
        new CardMaker(RegulationDecider.KIND, regulation.state())
            .title(CellTitles.of(RegulationDecider.KIND, country, regulation.field()))
            .summary(new LocalizedText(line(regulation)))
            .countries(List.of(country))
            .fields(fields(regulation))
            .facet("regulation-items", regulation.byItem().keySet());
    regulation.facts().stream()
        .map(RegulationFact::by)
        .distinct()
        .forEach(agency -> card.responsible(agency, "owner"));
    return Optional.of(card.make());
  }

  /** What holds for all devices concerns every field. */
  private static List<Field> fields(Regulation regulation) {
    return regulation
        .field()
        .map(List::of)
        .orElseGet(
            () -> CodeLists.list(CodeLists.FIELDS).currentCodes().stream().map(Field::of).toList());
  }

  /** Everything in one line; values that conflict stand side by side. */
  private static Map<String, String> line(Regulation regulation) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Language language : Language.OF_THE_SITE) {
      lines.put(
          language.tag(),
          regulation.byItem().entrySet().stream()
              .map(
                  item ->
                      CodeLists.list("regulation-items").label(item.getKey(), language)
                          + ": "
                          + item.getValue().stream()
                              .map(fact -> told(fact, language))
                              .collect(Collectors.joining(" / ")))
              .collect(Collectors.joining("; ")));
    }
    return lines;
  }

  private static String told(RegulationFact fact, Language language) {
    return "%s (%s, %s)"
        .formatted(
            fact.value().in(language),
            CodeLists.list("regulation-trust").label(fact.trust().code(), language),
            fact.on());
  }
}

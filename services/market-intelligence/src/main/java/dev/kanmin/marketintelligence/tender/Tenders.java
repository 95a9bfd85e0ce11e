package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a tender is to the platform. */
@Configuration(proxyBeanMethods = false)
class Tenders {
  static final String PREFIX = "tnd";
  static final String STATE = "keys.state";
  static final String COUNTRY = "keys.country";
  static final String FIELDS = "keys.fields";
  static final String OPEN_UNTIL = "keys.openUntil";
  static final String CLOSES = "keys.closes";

  static final AggregateType<TenderCommand, TenderEvent, Tender> TYPE =
      AggregateType.of(
              TenderLifeCycle.KIND,
              PREFIX,
              TenderRules.NO_SUCH_TENDER,
              TenderEvent.class,
              Tender.class,
              new TenderDecider())
          .bornBy(TenderLifeCycle.TABLE::bears)
          .card(TenderCard::of)
          .keys(
              Tenders::keys,
              List.of(
                  StoreIndex.ascending("closes", CLOSES, "_id"),
                  StoreIndex.ascending("country-closes", COUNTRY, CLOSES, "_id"),
                  StoreIndex.ascending("field-closes", FIELDS, CLOSES, "_id"),
                  StoreIndex.ascending("state-closes", STATE, CLOSES, "_id"),
                  new StoreIndex("open-until", new Document(OPEN_UNTIL, 1), true)))
          .build();

  /** The same process is the same tender, whoever imports it. */
  static String idOfOcid(String ocid) {
    return Ids.derived(PREFIX, "ocds", ocid);
  }

  static String idOfNotice(String notice) {
    return Ids.derived(PREFIX, "world-bank", notice);
  }

  @Bean
  Aggregates<TenderCommand, TenderEvent, Tender> tenderAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Document keys(Tender tender) {
    TenderFacts facts = tender.known();
    List<String> fields = facts.fields().stream().map(it -> it.field().code()).toList();
    Document keys =
        new Document("state", facts.state().code())
            .append("fields", fields.isEmpty() ? List.of(Field.UNCLASSIFIED) : fields);
    facts.country().map(CountryCode::code).ifPresent(it -> keys.append("country", it));
    facts.closes().ifPresent(it -> keys.append("closes", Date.from(it.over())));
    if (facts.state() == TenderState.OPEN) {
      facts.closes().ifPresent(it -> keys.append("openUntil", Date.from(it.over())));
    }
    return keys;
  }
}

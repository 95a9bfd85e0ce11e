package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.StoreIndex;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a support measure is to the platform. */
@Configuration(proxyBeanMethods = false)
class Measures {
  static final String CODE = "keys.code";
  static final String STATE = "keys.state";
  static final String KIND = "keys.kind";
  static final String AGENCY = "keys.agency";
  static final String COUNTRIES = "keys.countries";
  static final String FIELDS = "keys.fields";

  static final AggregateType<MeasureCommand, MeasureEvent, MeasureRecord> TYPE =
      AggregateType.of(
              "support-measure",
              "msr",
              MeasureRules.NO_SUCH_MEASURE,
              MeasureEvent.class,
              MeasureRecord.class,
              new MeasureDecider())
          .bornBy(MeasureLifeCycle.TABLE::bears)
          .card(MeasureCard::of)
          .keys(
              Measures::keys,
              List.of(
                  StoreIndex.ascending("by-code", CODE, "_id"),
                  StoreIndex.ascending("by-state", STATE, CODE, "_id"),
                  StoreIndex.ascending("by-kind", KIND, CODE, "_id"),
                  StoreIndex.ascending("by-agency", AGENCY, CODE, "_id")))
          .build();

  @Bean
  Aggregates<MeasureCommand, MeasureEvent, MeasureRecord> measureAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Document keys(MeasureRecord one) {
    Measure measure = one.measure();
    return new Document("code", measure.code())
        .append("state", one.state().code())
        .append("kind", measure.kind())
        .append("agency", one.owner().code())
        .append("countries", measure.countries().stream().map(CountryCode::code).toList())
        .append("fields", measure.fields().stream().map(Field::code).toList());
  }
}

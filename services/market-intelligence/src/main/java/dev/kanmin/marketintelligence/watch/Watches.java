package dev.kanmin.marketintelligence.watch;

import dev.kanmin.codes.Coded;
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

/** What a watch is to the platform: its agency's own, without a card. */
@Configuration(proxyBeanMethods = false)
class Watches {
  static final String PREFIX = "wat";
  static final String STATE = "keys.state";
  static final String OWNER = "keys.owner";
  static final String KINDS = "keys.kinds";
  static final String COUNTRIES = "keys.countries";
  static final String FIELDS = "keys.fields";
  static final String TOKEN = "keys.token";
  static final String NAME = "keys.name";

  /** Stands for all of them. */
  static final String ANY = "*";

  static final AggregateType<WatchCommand, WatchEvent, Watch> TYPE =
      AggregateType.of(
              WatchLifeCycle.KIND,
              PREFIX,
              WatchRules.NO_SUCH_WATCH,
              WatchEvent.class,
              Watch.class,
              new WatchDecider())
          .bornBy(WatchLifeCycle.TABLE::bears)
          .visibleTo(Watch::isOwnedBy)
          .keys(
              Watches::keys,
              List.of(
                  StoreIndex.ascending("owner-name", OWNER, NAME, "_id"),
                  StoreIndex.ascending("state-countries", STATE, COUNTRIES, "_id"),
                  StoreIndex.ascending("state-fields", STATE, FIELDS, "_id"),
                  StoreIndex.ascending("token", TOKEN)))
          .build();

  @Bean
  Aggregates<WatchCommand, WatchEvent, Watch> watchAggregates(AggregateStore store) {
    return store.aggregates(TYPE);
  }

  private static Document keys(Watch watch) {
    WatchContent content = watch.known();
    return new Document("state", watch.state().code())
        .append("owner", watch.owner().orElseThrow().code())
        .append("name", content.name())
        .append("kinds", orAny(content.kinds().stream().map(Coded::code).toList()))
        .append("countries", orAny(content.countries().stream().map(CountryCode::code).toList()))
        .append("fields", orAny(content.fields().stream().map(Field::code).toList()))
        .append("token", watch.token().orElseThrow());
  }

  private static List<String> orAny(List<String> codes) {
    return codes.isEmpty() ? List.of(ANY) : codes;
  }
}

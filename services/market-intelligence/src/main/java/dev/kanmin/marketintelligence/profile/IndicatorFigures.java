package dev.kanmin.marketintelligence.profile;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.marketintelligence.worldbank.IndicatorValueRead;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Indicators of countries, by year. A value fetched later replaces one fetched earlier; one that is
 * made up gives way to a real one and never replaces it.
 */
@Component
class IndicatorFigures {
  private static final String SAMPLE = "sample";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> collection;

  IndicatorFigures(AggregateStore store) {
    this.collection =
        store.collection(
            "indicator-figures",
            List.of(StoreIndex.ascending("country-indicator", "country", "indicator", "year")));
  }

  /**
   * One value.
   *
   * @param indicator code of the World Bank, {@code NY.GDP.MKTP.CD}
   * @param name with its unit, as published
   * @param source who publishes it
   * @param updatedOn when its publisher last updated it
   * @param retrievedOn when it was fetched
   * @param sample made up, for demonstrations
   */
  public record IndicatorValue(
      CountryCode country,
      String indicator,
      String name,
      int year,
      BigDecimal value,
      String source,
      Optional<LocalDate> updatedOn,
      LocalDate retrievedOn,
      boolean sample) {}

  /**
   * Keeps values; answers how many said something new.
   *
   * @param sample made up, for demonstrations
   */
  Mono<Integer> keep(List<IndicatorValueRead> values, LocalDate retrievedOn, boolean sample) {
    Map<String, Document> wanted = new LinkedHashMap<>();
    values.forEach(value -> wanted.put(id(value), document(value, retrievedOn, sample)));
    return Flux.from(collection.find(Filters.in("_id", wanted.keySet())))
        .collectMap(it -> it.getString("_id"))
        .flatMap(
            known -> {
              List<ReplaceOneModel<Document>> writes = new ArrayList<>();
              wanted.forEach(
                  (id, document) -> {
                    Optional<Document> there = Optional.ofNullable(known.get(id));
                    boolean stays =
                        there.filter(it -> stays(it, document, retrievedOn)).isPresent();
                    if (!stays) {
                      writes.add(new ReplaceOneModel<>(Filters.eq("_id", id), document, UPSERT));
                    }
                  });
              return writes.isEmpty()
                  ? Mono.just(0)
                  : Mono.from(collection.bulkWrite(writes)).thenReturn(writes.size());
            });
  }

  private static boolean stays(Document there, Document wanted, LocalDate retrievedOn) {
    boolean madeUp = there.getBoolean(SAMPLE, false);
    if (madeUp != wanted.getBoolean(SAMPLE, false)) {
      return !madeUp;
    }
    return there.equals(wanted)
        || LocalDate.parse(there.getString("retrievedOn")).isAfter(retrievedOn);
  }

  /** The newest value of each indicator of a country, by their codes. */
  Mono<List<IndicatorValue>> newest(CountryCode country) {
    return Flux.from(
            collection
                .find(Filters.eq("country", country.code()))
                .sort(Sorts.ascending("indicator", "year")))
        .map(IndicatorFigures::value)
        .collect(
            LinkedHashMap<String, IndicatorValue>::new, (all, it) -> all.put(it.indicator(), it))
        .map(all -> List.copyOf(all.values()));
  }

  private static String id(IndicatorValueRead value) {
    return value.country().code() + "|" + value.indicator() + "|" + value.year();
  }

  private static Document document(
      IndicatorValueRead value, LocalDate retrievedOn, boolean sample) {
    Document document =
        new Document("_id", id(value))
            .append("country", value.country().code())
            .append("indicator", value.indicator())
            .append("name", value.name())
            .append("year", value.year())
            .append("value", value.value().toPlainString())
            .append("source", value.source())
            .append("retrievedOn", retrievedOn.toString());
    if (sample) {
      document.append(SAMPLE, true);
    }
    value.updatedOn().ifPresent(it -> document.append("updatedOn", it.toString()));
    return document;
  }

  private static IndicatorValue value(Document document) {
    return new IndicatorValue(
        CountryCode.of(document.getString("country")),
        document.getString("indicator"),
        document.getString("name"),
        document.getInteger("year"),
        new BigDecimal(document.getString("value")),
        document.getString("source"),
        Optional.ofNullable(document.getString("updatedOn")).map(LocalDate::parse),
        LocalDate.parse(document.getString("retrievedOn")),
        document.getBoolean(SAMPLE, false));
  }
}
